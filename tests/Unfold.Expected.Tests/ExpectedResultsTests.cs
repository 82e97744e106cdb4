using System.Reflection;
using Unfold.Engine.Expected;
using Unfold.Results;

namespace Unfold.Expected.Tests;

/// <summary>
/// One test case for every experiment of the catalogue that has expected results, without a list of them anywhere: what is added to
/// <c>experiments/</c> and accepted is tested. The kept records are checked, as <c>unfold verify --stored</c> does; nothing is trained.
/// </summary>
public sealed class ExpectedResultsTests
{
    private static readonly string Repository =
        typeof(ExpectedResultsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    private static readonly IReadOnlyList<ExpectedExperiment> Expected = ExpectedExperiment.All(Assembly.Load("Experiments"), Repository);

    public static TheoryData<string> Names => [.. Expected.Select(e => e.Name)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void The_kept_records_of(string experiment)
    {
        var expected = Expected.Single(e => e.Name == experiment);
        Skip.IfNot(expected.HasKeptRuns, $"no records are kept: unfold verify {experiment} --accept --keep");
        var report = expected.VerifyKept();
        Assert.True(report.Passes, VerificationSuite.Of(report).Explain());
    }
}
