using System.Text.RegularExpressions;

namespace Unfold.Architecture.Tests;

public sealed partial class LayoutTests
{
    private const int LongestFile = 400;

    private static readonly string[] Rooms = ["src", "generators", "plugins", "tests", "bench", "eng"];
    private static readonly string[] NoFeatures = ["Models", "Helpers", "Utils", "Services"];

    [Fact]
    public void No_file_is_longer_than_can_be_read_at_once() =>
        Assert.DoesNotContain(Repository.Files("*.cs", Rooms), file => File.ReadLines(Path.Combine(Repository.Root, file)).Count() > LongestFile);

    [Fact]
    public void Half_of_the_files_are_short()
    {
        var lengths = Repository.Files("*.cs", "src", "plugins", "generators").Select(f => File.ReadLines(Path.Combine(Repository.Root, f)).Count()).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 200);
    }

    [Fact]
    public void Folders_are_features() =>
        Assert.DoesNotContain(Repository.Files("*.cs", Rooms), file => file.Split('/').SkipLast(1).Intersect(NoFeatures, StringComparer.Ordinal).Any());

    [Fact]
    public void A_file_has_one_public_type_and_its_name()
    {
        var wrong =
            from file in Repository.Files("*.cs", "src", "plugins")
            let types = PublicType().Matches(Repository.Text(file)).Select(m => m.Groups["name"].Value).ToList()
            where types.Count > 1 || (types.Count == 1 && !Path.GetFileName(file).Split('.')[0].Equals(types[0], StringComparison.Ordinal))
            select $"{file}: {string.Join(", ", types)}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Warnings_are_not_switched_off_in_code() =>
        Assert.DoesNotContain(Repository.Files("*.cs", Rooms).Where(f => !f.EndsWith("/LayoutTests.cs", StringComparison.Ordinal)), file => Repository.Text(file).Contains("#pragma warning disable", StringComparison.Ordinal));

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly) )*(?:class|interface|enum|struct|record struct|record class|record) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PublicType();
}
