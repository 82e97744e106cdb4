using System.Xml.Linq;

namespace Unfold.Architecture.Tests;

/// <summary>The template of plugins says versions for projects outside the repository: they are those of the repository.</summary>
public sealed class TemplatesTests
{
    public static TheoryData<string> Projects => [.. Repository.Files("*.csproj", "templates")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Versions_of_packages_are_those_of_the_repository(string project)
    {
        var own = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        var central = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.Ordinal);

        var packages = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("PackageReference").Where(p => p.Attribute("Version") is not null).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package =>
        {
            var id = package.Attribute("Include")!.Value;
            Assert.Equal(id.StartsWith("Unfold.", StringComparison.Ordinal) ? own : central[id], package.Attribute("Version")!.Value);
        });
    }
}
