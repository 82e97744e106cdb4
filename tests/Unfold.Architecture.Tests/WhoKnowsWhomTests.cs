using System.Xml.Linq;

namespace Unfold.Architecture.Tests;

/// <summary>Data flows one way: who may know whom, from the project files.</summary>
public sealed class WhoKnowsWhomTests
{
    public static TheoryData<string, string[]> Rooms() => new()
    {
        { "src/Unfold.Abstractions", [] },
        { "src/Unfold.Specs", [] },
        { "src/Unfold.Results", ["Unfold.Specs"] },
        { "src/Unfold.Engine", ["Unfold.Abstractions", "Unfold.Results"] },
        { "src/Unfold.Hosting", ["Unfold.Abstractions", "Unfold.Specs"] },
        { "src/Unfold.Reporting", ["Unfold.Results"] },
        { "src/Unfold.Testing", ["Unfold.Engine"] },
        { "generators/Unfold.Generators", ["Unfold.Specs"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_before_it(string project, string[] mayKnow) =>
        Assert.Equal(mayKnow, References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void A_plugin_knows_the_contracts_alone()
    {
        foreach (var plugin in Directory.EnumerateDirectories(Path.Combine(Sources.Root, "plugins")))
        {
            var known = References(Path.GetRelativePath(Sources.Root, plugin), "ProjectReference").Select(Path.GetFileNameWithoutExtension);
            Assert.Equal(["Unfold.Abstractions"], known);
        }
    }

    [Theory]
    [InlineData("src/Unfold.Specs")]
    [InlineData("src/Unfold.Results")]
    [InlineData("src/Unfold.Reporting")]
    [InlineData("src/Unfold.Hosting")]
    [InlineData("generators/Unfold.Generators")]
    public void A_room_that_only_reads_uses_no_torch(string project) =>
        Assert.DoesNotContain(Sources.Files(".cs", project), f => Sources.Read(f).Contains("torch.nn", StringComparison.Ordinal) || Sources.Read(f).Contains("torch.Tensor ", StringComparison.Ordinal));

    [Fact]
    public void Specs_need_nothing_but_newtonsoft() =>
        Assert.Equal(["Newtonsoft.Json"], References("src/Unfold.Specs", "PackageReference").Where(p => p != "PolySharp"));

    private static IEnumerable<string> References(string project, string kind) => XDocument
        .Load(Directory.EnumerateFiles(Path.Combine(Sources.Root, project), "*.csproj").Single())
        .Descendants(kind)
        .Select(r => (string)r.Attribute("Include")!);
}
