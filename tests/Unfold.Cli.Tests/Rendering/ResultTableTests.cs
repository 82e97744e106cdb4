using Unfold.Cli.Rendering;
using Unfold.Results;

namespace Unfold.Cli.Tests;

[UsesVerify]
public sealed class ResultTableTests
{
    [Fact]
    public Task Short_names_stand_in_the_row() => Verify(Draw(Run("deconet"), Run("recommended")));

    [Fact]
    public Task Names_of_cells_have_a_line_of_their_own_where_they_are_long() => Verify(Draw(Run("deconet[layers=4]"), Run("deconet[layers=4,loss=huber(delta=0.1),ratio=0.25]")));

    [Fact]
    public Task Runs_of_several_seeds_are_one_row_with_their_spread_and_a_note_is_said_once()
    {
        var first = Run("c-dec") with { Notes = ["uses an oracle"] };
        var second = first with { Seed = 1, Metrics = new(first.Metrics, StringComparer.Ordinal) { [MetricNames.TestPsnr] = 15.045 } };
        return Verify(Draw(Run("lmmse"), first, second));
    }

    [Fact]
    public void Runs_that_did_not_complete_are_not_counted() =>
        Assert.Contains("± (n = 2 of 3)", Draw(Run("a"), Run("a") with { Seed = 1 }, Run("a") with { Seed = 2, Status = RunStatus.Diverged, Metrics = new(StringComparer.Ordinal) }), StringComparison.Ordinal);

    private static string Draw(params RunResult[] results)
    {
        using var writer = new StringWriter();
        ResultTable.Write(writer, results);
        Assert.All(writer.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        return writer.ToString();
    }

    private static RunResult Run(string name) => new()
    {
        Experiment = "x",
        Variant = "deconet",
        Cell = name,
        Seed = 0,
        SpecSha256 = new string('a', 64),
        Status = RunStatus.Completed,
        Metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [MetricNames.UntrainedTestMse] = 0.139937,
            [MetricNames.TestMse] = 0.0515,
            [MetricNames.TestPsnr] = 13.045,
            [MetricNames.TestNmseDb] = -13.46,
            [MetricNames.GeneralizationGap] = -0.000598,
            [MetricNames.ParametersCount] = 2458624,
            [MetricNames.TrainSeconds] = 1234.5,
        },
    };
}
