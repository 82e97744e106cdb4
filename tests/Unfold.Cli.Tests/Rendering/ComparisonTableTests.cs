using Unfold.Cli.Rendering;
using Unfold.Results;

namespace Unfold.Cli.Tests;

[UsesVerify]
public sealed class ComparisonTableTests
{
    [Fact]
    public Task Specs_figures_and_environments_are_tables() => Verify(Draw());

    [Fact]
    public void The_tables_fit_into_80_columns() => Assert.All(Draw().Split('\n'), line => Assert.InRange(line.Length, 0, 80));

    private static string Draw()
    {
        var (left, right) = (Side("paper/x/deconet", 1), Side("paper/x/c-dec", 0.5));
        var compared = SideComparison.Of(left, right) with
        {
            Spec = [new Difference("architecture.layers", "5", "10", 5, 0), new Difference("training.optimizer.learningRateOfASecondGroup", "0.0001", null), new Difference("loss.use", "\"mse\"", "\"a-loss-with-a-name-that-is-far-too-long\"")],
            Environment = [new Difference("processor", "\"one\"", "\"another\"")],
        };
        using var writer = new StringWriter();
        ComparisonTable.Write(writer, compared);
        return writer.ToString().ReplaceLineEndings("\n");
    }

    private static ComparisonSide Side(string name, double scale) => new(name, [.. Enumerable.Range(0, 6).Select(seed => new StoredRun(
        "/nowhere",
        new RunResult
        {
            Experiment = "paper/x",
            Variant = name[(name.LastIndexOf('/') + 1)..],
            Seed = seed,
            SpecSha256 = new string('a', 64),
            Status = RunStatus.Completed,
            Metrics = new(StringComparer.Ordinal)
            {
                [MetricNames.TestMse] = scale * (0.05 + (0.001 * seed)),
                [MetricNames.GeneralizationGap] = 1e-5 * ((seed * 7 % 5) - (scale * (seed * 3 % 4))),
                [MetricNames.ParametersCount] = 2_458_624 * scale,
                ["robustness.a-condition-of-a-long-name.psnr"] = 10 / scale,
            },
        },
        [],
        null,
        null))]);
}
