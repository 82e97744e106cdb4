using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Unfold.Architecture.Tests;

/// <summary>Who may know whom. Data flows one way: nothing below knows what is above it.</summary>
public sealed class RoomsTests
{
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["Unfold.Specs"] = [],
        ["Unfold.Abstractions"] = [],
        ["Unfold.Results"] = ["Unfold.Specs"],
        ["Unfold.Engine"] = ["Unfold.Abstractions", "Unfold.Results"],
        ["Unfold.Hosting"] = ["Unfold.Abstractions", "Unfold.Specs"],
        ["Unfold.Reporting"] = ["Unfold.Results"],
        ["Unfold.Sweeps"] = ["Unfold.Results", "Unfold.Specs"],
        ["Unfold.Testing"] = ["Unfold.Engine"],
        ["Unfold.Generators"] = ["Unfold.Specs"],
        ["Unfold.Cli"] = ["Unfold.Engine", "Unfold.Hosting", "Unfold.Reporting", "Unfold.Sweeps", "Unfold.Testing", "Unfold.Abstractions", "Unfold.Results", "Unfold.Specs"],
    };

    // Beside what the rooms bring with them: the libraries that may speak of torch.
    private static readonly string[] WithTorch = ["Unfold.Abstractions", "Unfold.Engine", "Unfold.Testing"];

    public static TheoryData<string> Projects => [.. Repository.Files("*.csproj", "src", "generators")];

    // The tests of a plugin are no plugin: they know the checks of Unfold.Testing.
    public static TheoryData<string> Plugins => [.. Repository.Files("*.csproj", "plugins").Where(p => !p.EndsWith(".Tests.csproj", StringComparison.Ordinal))];

    public static TheoryData<string> Assemblies => [.. Directory.GetFiles(AppContext.BaseDirectory, "Unfold.*.dll").Select(f => Path.GetFileNameWithoutExtension(f)).Where(Rooms.ContainsKey)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_refers_to_no_more_projects_than_it_may_know(string project)
    {
        var room = Path.GetFileNameWithoutExtension(project);
        Assert.True(Rooms.ContainsKey(room), $"{room} is no room of the design");
        Assert.Empty(Repository.ProjectReferences(project).Except(Rooms[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_knows_the_contracts_and_other_plugins_alone(string project) =>
        Assert.All(Repository.ProjectReferences(project), known => Assert.True(known == "Unfold.Abstractions" || !Rooms.ContainsKey(known), $"{project} knows {known}"));

    /// <summary>As compiled: a reference that comes through another project counts where its types are used.</summary>
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_uses_no_more_rooms_than_it_may_know(string room)
    {
        var known = Reachable(room);
        Assert.Empty(ReferencesOf(room).Where(r => r.StartsWith("Unfold.", StringComparison.Ordinal)).Except(known, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Torch_appears_only_where_it_may(string room)
    {
        if (!WithTorch.Contains(room, StringComparer.Ordinal))
            Assert.DoesNotContain("TorchSharp", ReferencesOf(room));
    }

    [Fact]
    public void Torchs_name_is_written_in_no_other_room() =>
        Assert.DoesNotContain(
            Repository.Files("*.cs", "src", "generators"),
            file => !WithTorch.Contains(file.Split('/')[1], StringComparer.Ordinal) && Repository.Text(file).Contains("using TorchSharp", StringComparison.Ordinal));

    [Fact]
    public void Only_the_contracts_bring_torch_as_a_package() =>
        Assert.Equal(["src/Unfold.Abstractions/Unfold.Abstractions.csproj"], Repository.Files("*.csproj", "src", "plugins", "generators").Where(p => Repository.PackageReferences(p).Contains("TorchSharp")));

    [Fact]
    public void Specs_need_one_library_and_the_generator_roslyn()
    {
        Assert.Equal(["Newtonsoft.Json"], Repository.PackageReferences("src/Unfold.Specs/Unfold.Specs.csproj").Except(["PolySharp"]));
        Assert.DoesNotContain("Microsoft.CodeAnalysis.CSharp", Repository.Files("*.csproj", "src", "plugins").SelectMany(Repository.PackageReferences));
    }

    private static HashSet<string> Reachable(string room)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Rooms[room]);
        while (open.TryDequeue(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in Rooms[next])
                    open.Enqueue(further);
            }
        }

        return reached;
    }

    private static List<string> ReferencesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
