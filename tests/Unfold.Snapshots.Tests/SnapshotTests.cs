using System.Text.RegularExpressions;
using Unfold.Snapshots;

namespace Unfold.Snapshots.Tests;

/// <summary>With the verified files beside this one: these pass with the stand-in and with Verify.Xunit.</summary>
[UsesVerify]
public sealed partial class SnapshotTests
{
    [Fact]
    public Task Text_is_a_txt_file_whatever_its_line_endings() => Verify("one\r\ntwo\n");

    [Fact]
    public Task Text_can_have_an_extension() => Verify("# Title\n", "md");

    [Fact]
    public Task An_object_is_a_json_file() => Verify(new { Name = "deconet", Layers = new[] { 1, 2 }, Kind = DayOfWeek.Monday });

    [Fact]
    public Task Json_is_compared_by_its_values() => VerifyJson("""{"b":1e-1,"a":"2026-01-01T00:00:00Z"}""");

    [Fact]
    public Task Numbers_may_be_a_tolerance_away() =>
        VerifyJson("""{ "test.mse": 0.1009, "epochs": [1, 2] }""", new SnapshotTolerances(0, 0).At("test.mse", 0, 0.01).ToSettings());

    [Theory]
    [InlineData("a/b", 1)]
    [InlineData("c", 2)]
    public Task Every_case_of_a_theory_has_a_file(string name, int count) => Verify($"{name}: {count}").UseParameters(name, count);

    [Fact]
    public Task What_differs_between_machines_is_scrubbed() =>
        Verify($"in {Path.GetTempPath()}run-17").AddScrubber(text => text.Replace(Path.GetTempPath(), "{temp}/")).AddScrubber(text =>
        {
            var scrubbed = Number().Replace(text.ToString(), "-{n}");
            text.Clear().Append(scrubbed);
        });

    [GeneratedRegex("-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
