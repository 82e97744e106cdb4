using System.Runtime.InteropServices;

namespace Unfold.Hosting.Tests;

public sealed class PluginStatesTests
{
    [Fact]
    public void A_good_plugin_is_active_and_described_by_its_file()
    {
        using var folder = new HostFolder("Good");

        var report = Assert.Single(folder.Open().Plugins);

        Assert.Equal(PluginState.Active, report.State);
        Assert.Null(report.Problem);
        Assert.Equal("Good", report.Name);
        Assert.Equal(folder.Plugin("Good", "Good.dll"), report.Path);
        Assert.Equal(new Version(0, 1, 0, 0), report.Version);
        Assert.Equal(typeof(UnfoldException).Assembly.GetName().Version, report.Contracts);
        Assert.Equal(typeof(TorchSharp.torch).Assembly.GetName().Version, report.TorchSharp);
        Assert.Matches("^[0-9a-f]{64}$", report.Sha256);
        Assert.NotEqual(Guid.Empty, report.Mvid);
    }

    [Theory]
    [InlineData("WrongContract", PluginState.Incompatible, "UFP001", "Unfold.Abstractions 2.0")]
    [InlineData("OwnContracts", PluginState.Malformed, "UFP005", "own copy of Unfold.Abstractions")]
    [InlineData("NoOptions", PluginState.Malformed, "UFP008", "NoOptions.BareLoss")]
    public void A_broken_plugin_has_a_state_a_code_and_a_reason(string plugin, PluginState state, string code, string reason)
    {
        using var folder = new HostFolder(plugin);

        AssertProblem(Assert.Single(folder.Open().Plugins), state, code, reason);
    }

    [Fact]
    public void Text_named_dll_is_not_an_assembly()
    {
        using var folder = new HostFolder().WithFile("NotDotNet", "NotDotNet.dll", "I am text.");

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Malformed, "UFP002", "not a .NET assembly");
    }

    [Fact]
    public void An_empty_file_named_dll_is_not_an_assembly()
    {
        using var folder = new HostFolder().WithFile("Empty", "Empty.dll", "");

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Malformed, "UFP002", "not a .NET assembly");
    }

    [Fact]
    public void A_native_library_is_not_an_assembly_whatever_its_name()
    {
        using var folder = new HostFolder("Good");
        Directory.CreateDirectory(folder.Plugin("Native"));
        // A library of the running .NET: its own compression, which every platform ships as native code.
        var native = Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*System.IO.Compression.Native*").First(file => Path.GetExtension(file) is ".so" or ".dylib" or ".dll");
        File.Copy(native, folder.Plugin("Native", "Native.dll"));

        var plugins = folder.Open().Plugins;

        Assert.Equal(PluginState.Active, plugins[0].State);
        AssertProblem(plugins[1], PluginState.Malformed, "UFP002", "not a .NET assembly");
    }

    [Fact]
    public void A_folder_without_an_assembly_of_its_name_is_malformed()
    {
        using var folder = new HostFolder().WithFile("Lonely", "readme.txt", "nothing here");

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Malformed, "UFP003", "no Lonely.dll");
    }

    [Fact]
    public void A_renamed_assembly_is_malformed()
    {
        using var folder = new HostFolder();
        TemporaryFolder.Copy(Fixture.Plugin("Good"), folder.Plugin("Better"));
        File.Move(folder.Plugin("Better", "Good.dll"), folder.Plugin("Better", "Better.dll"));

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Malformed, "UFP003", "the assembly 'Good'");
    }

    [Fact]
    public void A_private_dependency_in_the_folder_is_found()
    {
        using var folder = new HostFolder("MissingDependency");

        Assert.Equal(PluginState.Active, Assert.Single(folder.Open().Plugins).State);
    }

    [Fact]
    public void A_missing_private_dependency_is_named()
    {
        using var folder = new HostFolder("MissingDependency");
        File.Delete(folder.Plugin("MissingDependency", "Companion.dll"));

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Faulted, "UFP004", "needs Companion");
    }

    [Theory]
    [InlineData("", "any JSON tokens")]
    [InlineData("garbage", "invalid start of a value")]
    [InlineData("{}", "it has no runtimeTarget")]
    [InlineData("[]", "it is no object")]
    [InlineData("{ \"runtimeTarget\": { \"name\": 1 } }", "runtimeTarget.name is no text")]
    [InlineData("{ \"runtimeTarget\": { \"name\": \"net\" }, \"targets\": {} }", "targets has no net")]
    [InlineData("{ \"runtimeTarget\": { \"name\": \"net\" }, \"targets\": { \"net\": [] } }", "net is no object")]
    [InlineData("{ \"runtimeTarget\": { \"name\": \"net\" }, \"targets\": { \"net\": {} } }", "it has no libraries")]
    public void A_damaged_list_of_dependencies_is_told_and_never_given_to_the_loader(string text, string reason)
    {
        using var folder = new HostFolder("Good");
        folder.WithFile("Good", "Good.deps.json", text);

        var plugin = Assert.Single(folder.Open().Plugins);

        AssertProblem(plugin, PluginState.Malformed, "UFP002", "Good.deps.json, the list of its dependencies, is damaged: ");
        Assert.Contains(reason, plugin.Problem!.Reason, StringComparison.Ordinal);
        Assert.Equal("build or copy it again", plugin.Problem.Mend);
    }

    [Fact]
    public void A_list_of_dependencies_may_begin_with_a_byte_order_mark()
    {
        using var folder = new HostFolder("Good");
        folder.WithFile("Good", "Good.deps.json", "\uFEFF" + File.ReadAllText(folder.Plugin("Good", "Good.deps.json")));
        var host = folder.Open();

        Assert.Equal(PluginState.Active, host.Check(Assert.Single(host.Plugins)).State);
    }

    [Fact]
    public void A_plugin_without_a_list_of_dependencies_has_what_lies_in_its_folder()
    {
        using var folder = new HostFolder("MissingDependency");
        File.Delete(folder.Plugin("MissingDependency", "MissingDependency.deps.json"));
        var host = folder.Open();

        Assert.Equal(PluginState.Active, host.Check(Assert.Single(host.Plugins)).State);
    }

    [Fact]
    public void A_library_that_does_not_use_the_contracts_is_no_plugin()
    {
        using var folder = new HostFolder();
        TemporaryFolder.Copy(Fixture.Plugin("MissingDependency"), folder.Plugin("Companion"));

        AssertProblem(Assert.Single(folder.Open().Plugins), PluginState.Malformed, "UFP012", "it is a library");
    }

    [Fact]
    public void Of_two_plugins_with_the_same_component_the_first_by_name_keeps_it()
    {
        using var folder = new HostFolder("Good", "DuplicateId");

        var plugins = folder.Open().Plugins;

        Assert.Equal(["DuplicateId", "Good"], plugins.Select(plugin => plugin.Name));
        Assert.Equal(PluginState.Active, plugins[0].State);
        AssertProblem(plugins[1], PluginState.Shadowed, "UFP006", "the loss 'good-loss', which DuplicateId already provides");
    }

    [Fact]
    public void Every_problem_has_a_mend_and_a_page()
    {
        using var folder = new HostFolder("Good", "DuplicateId", "WrongContract", "OwnContracts", "NoOptions", "MissingDependency");
        folder.WithFile("NotDotNet", "NotDotNet.dll", "text").WithFile("Lonely", "x", "").WithFile("StaticThrow", "disabled", "");
        File.Delete(folder.Plugin("MissingDependency", "Companion.dll"));

        var problems = folder.Open().Plugins.Select(plugin => plugin.Problem).OfType<PluginProblem>().ToList();

        Assert.Equal(8, problems.DistinctBy(problem => problem.Code).Count());
        Assert.All(problems, problem => Assert.NotEmpty(problem.Mend));
        Assert.All(problems, problem => Assert.True(File.Exists(Path.Combine(Fixture.RepositoryFolder, "docs", "diagnostics", problem.Code + ".md")), problem.Code));
    }

    [Fact]
    public void One_bad_plugin_never_stops_the_others()
    {
        using var folder = new HostFolder("Good", "WrongContract", "OwnContracts", "NoOptions", "StaticThrow", "ThrowingConstructor", "MissingDependency", "StaticHang", "NativeMissing");
        folder.WithFile("NotDotNet", "NotDotNet.dll", "text").WithFile("Lonely", "x", "");
        File.Delete(folder.Plugin("MissingDependency", "Companion.dll"));

        var host = folder.Open();

        Assert.Equal(["Good", "NativeMissing", "StaticHang", "StaticThrow", "ThrowingConstructor"], host.Plugins.Where(plugin => plugin.State == PluginState.Active).Select(plugin => plugin.Name));
        Assert.NotNull(host.Catalog.Find("loss", "good-loss"));
        Assert.Null(host.Catalog.Find("loss", "fat-loss"));
    }

    internal static void AssertProblem(PluginReport report, PluginState state, string code, string reason)
    {
        Assert.Equal(state, report.State);
        Assert.Equal(code, report.Problem!.Code);
        Assert.Contains(reason, report.Problem.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', report.Problem.Reason);
    }
}
