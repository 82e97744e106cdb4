using System.Globalization;
using System.Text.RegularExpressions;

namespace Unfold.Results.Tests;

/// <summary>Every figure of a table in the docs is that of the accepted results beside the spec, as far as its digits go.</summary>
public sealed partial class PublishedFiguresTests
{
    private static readonly Dictionary<string, string> Metrics = new(StringComparer.Ordinal)
    {
        ["untrained test MSE"] = MetricNames.UntrainedTestMse,
        ["untrained PSNR (dB)"] = MetricNames.UntrainedTestPsnr,
        ["test MSE"] = MetricNames.TestMse,
        ["test MSE, σ = 10⁻²"] = "robustness.sigma-1e-2.mse",
        ["test MSE, σ = 5·10⁻²"] = "robustness.sigma-5e-2.mse",
        ["test MSE, outliers"] = "robustness.outliers.mse",
        ["test log-cosh"] = "test.loss.log-cosh",
        ["PSNR (dB)"] = MetricNames.TestPsnr,
        ["PSNR of the mean MSE (dB)"] = MetricNames.TestPsnrOfMse,
        ["NMSE (dB)"] = MetricNames.TestNmseDb,
        ["SSIM"] = MetricNames.TestSsim,
        ["gap"] = MetricNames.GeneralizationGap,
        ["gap (MSE)"] = MetricNames.GeneralizationGap,
        ["parameters"] = MetricNames.ParametersCount,
        ["curve roughness"] = MetricNames.CurveRoughness,
        ["best epoch"] = MetricNames.BestEpoch,
    };

    // What no file expects: it differs from machine to machine, or is not a figure.
    private static readonly string[] NotAccepted = ["variant", "what", "network", "training (s)", "training time (s)", "inference (ms)", "memory (MB)", "roughness of the loss"];

    public static TheoryData<string> Experiments =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "experiments"), "*.expected.json", SearchOption.AllDirectories).Select(NameOf).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Experiments))]
    public void The_results_page_has_the_accepted_figures_of_every_variant(string experiment) => CheckAll(experiment, Tables("docs/results.md").Where(t => t.Section == experiment));

    [Fact]
    public void The_readmes_table_is_the_accepted_figures() => CheckAll("mnist-cdec", Tables("README.md").Where(t => t.Section == "What was measured"));

    [Fact]
    public void The_guidelines_matrix_is_the_accepted_figures()
    {
        var matrix = Assert.Single(Tables("docs/results.md"), t => t.Section == "guideline");
        Assert.Equal(["mnist", "cifar10"], matrix.Rows.Select(r => r[0]).Distinct());
        foreach (var row in matrix.Rows)
        {
            var experiment = $"guideline/steps-redundancy-{row[0]}";
            var accepted = ExpectedResults.Read(Accepted(experiment)).Runs.ToLookup(r => r.Variant, StringComparer.Ordinal);
            foreach (var (column, written) in matrix.Columns.Zip(row).Where(c => c.First.StartsWith("redundancy ", StringComparison.Ordinal)))
            {
                var cell = $"c-dec[{column.Replace(' ', '=')},steps={row[1]}]";
                Check($"{experiment}: {cell}", written, Summary.Of([.. accepted[cell].Select(r => r.Metrics[MetricNames.TestPsnr])]));
                Assert.Equal(row[^1], accepted[cell].Count().ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    // One table of all variants, and others of some of their figures.
    private static void CheckAll(string experiment, IEnumerable<PublishedTable> tables)
    {
        var accepted = ExpectedResults.Read(Accepted(experiment)).Runs.ToLookup(r => r.Variant, StringComparer.Ordinal);
        var main = Assert.Single(tables, t => t.Columns[0] == "variant");
        Assert.Equal(accepted.Select(v => v.Key).Order(StringComparer.Ordinal), main.Rows.Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.Contains("test MSE", main.Columns);
        Assert.All(tables.Where(t => t.Columns[0] is "variant" or "network"), table => Check(experiment, table, accepted));
    }

    private static void Check(string experiment, PublishedTable table, ILookup<string, ExpectedRun> accepted)
    {
        foreach (var row in table.Rows)
        {
            Assert.Equal(table.Columns.Length, row.Length);
            foreach (var (column, written) in table.Columns.Zip(row).Where(c => !NotAccepted.Contains(c.First)))
            {
                // Nothing is written of what does not train.
                if (written.Length == 0)
                    Assert.All(accepted[row[0]], r => Assert.False(r.Metrics.ContainsKey(Metrics[column]), $"{experiment}: {row[0]}, {column} is missing"));
                else
                    Check($"{experiment}: {row[0]}, {column}", written, Summary.Of([.. accepted[row[0]].Select(r => r.Metrics[Metrics[column]])]));
            }
        }
    }

    private static void Check(string place, string written, Summary summary)
    {
        var figures = Figure().Matches(written.Replace(",", "", StringComparison.Ordinal)).Select(m => m.Value).ToList();
        double[] accepted = summary.Deviation is 0 || summary.Count == 1 ? [summary.Mean] : [summary.Mean, summary.Deviation];
        if (figures.Count == 2 && accepted.Length == 1)
            accepted = [summary.Mean, 0];
        Assert.True(figures.Count == accepted.Length, $"{place}: '{written}' is not a mean{(accepted.Length == 1 ? "" : " ± a deviation")}");
        Assert.True(summary.Deviation is 0 || Unit(figures[0]) <= 2 * summary.Deviation, $"{place}: {written} has too few digits for {summary.Mean:g6} ± {summary.Deviation:g3}");
        Assert.All(figures.Zip(accepted), f => Assert.True(IsRounded(f.First, f.Second), $"{place}: {written} is written, {f.Second:g6} was accepted"));
    }

    // Half a unit of the last digit, and what float32 leaves of a tie.
    private static bool IsRounded(string written, double value) =>
        Math.Abs(double.Parse(written, CultureInfo.InvariantCulture) - value) <= 0.501 * Unit(written);

    private static double Unit(string written) => Math.Pow(10, written.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? point + 1 - written.Length : 0);

    private static List<PublishedTable> Tables(string page) => [.. PublishedTable.Of(File.ReadLines(Path.Combine(Root(), page)))];

    private static string NameOf(string file) => Path.GetRelativePath(Path.Combine(Root(), "experiments"), file)[..^".expected.json".Length].Replace('\\', '/');

    private static string Accepted(string experiment) => ExpectedResults.FileOf(Path.Combine(Root(), "experiments", experiment + ".json"));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Research.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests do not run inside the repository");
        return folder;
    }

    [GeneratedRegex(@"-?[\d.]+", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
