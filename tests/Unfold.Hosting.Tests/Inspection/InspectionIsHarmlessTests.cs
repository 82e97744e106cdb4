using System.Diagnostics;

namespace Unfold.Hosting.Tests;

public sealed class InspectionIsHarmlessTests
{
    private static readonly string[] Names = ["Good", "StaticThrow", "ThrowingConstructor", "WrongContract", "OwnContracts", "NoOptions", "StaticHang", "NativeMissing"];

    [Fact]
    public void Listing_plugins_and_experiments_maps_no_native_torch()
    {
        using var folder = new HostFolder(Names).WithExperiments();

        var host = folder.Open();
        Assert.NotEmpty(host.Plugins);
        Assert.NotEmpty(host.Experiments.Declared);

        // No test of this assembly runs torch, so nothing but listing could have brought it in.
        using var process = Process.GetCurrentProcess();
        var modules = process.Modules.Cast<ProcessModule>().Select(module => module.ModuleName).ToList();
        Assert.NotEmpty(modules);
        Assert.DoesNotContain(modules, name => name.Contains("libtorch", StringComparison.OrdinalIgnoreCase) || name.Contains("LibTorchSharp", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Listing_loads_no_plugin()
    {
        using var folder = new HostFolder(Names).WithExperiments();

        Assert.NotEmpty(folder.Open().Experiments.Declared);

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => !assembly.IsDynamic && assembly.Location.StartsWith(folder.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void An_assembly_with_damaged_bytes_is_reported_and_never_throws(int seed)
    {
        var random = new Random(seed);
        var whole = File.ReadAllBytes(Path.Combine(Fixture.Plugin("Good"), "Good.dll"));
        using var folder = new HostFolder("Good");
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var bytes = whole.ToArray();
            for (var flip = 0; flip < 40; flip++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(folder.Plugin("Good", "Good.dll"), attempt % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);

            var report = Assert.Single(folder.Open().Plugins);

            Assert.Equal("Good", report.Name);
        }
    }
}
