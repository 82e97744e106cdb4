using Unfold.Cli.Rendering;
using Unfold.Engine.Expected;
using Unfold.Engine.Runs;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Verifications;

/// <summary>Compares the runs of one experiment with what is expected.</summary>
internal sealed class ExperimentVerifier(CliContext context, PluginHost host, Experiment experiment, VerifyFlags flags)
{
    private readonly IReadOnlyList<ExperimentCell> _cells = flags.Cells(experiment);

    private VerifiedRuns Runs => new(context, host, experiment, _cells);

    /// <summary>Trains, or takes the runs that are there, and compares; prints what it found.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="found">Receives the report.</param>
    public int Compare(RunOptions options, Action<VerificationReport> found) => Find(options, found + Tell);

    /// <summary>Does the same and prints nothing.</summary>
    public int Find(RunOptions options, Action<VerificationReport> found)
    {
        var verification = Verification();
        // Before minutes of training, not after.
        verification.Require();
        return Runs.With(options, flags, (runs, areKept) =>
        {
            var report = verification.Check([.. runs.Select(r => r.Result)], areKept);
            found(report);
            return report.Passes ? ExitCode.Done : ExitCode.Differs;
        });
    }

    /// <summary>Compares stored runs; prints nothing.</summary>
    public VerificationReport CompareStored()
    {
        var (runs, areKept) = Runs.Stored(flags.OutFolder);
        return Verification().Check([.. runs.Select(r => r.Result)], areKept);
    }

    private void Tell(VerificationReport report)
    {
        if (flags.Json)
            context.Out.Write(ResultsJson.Indented(new { Schema = 1, report.Passes, report.Experiment, report.Runs, report.Statistics, report.Metrics, report.Claims }));
        else
            VerificationTable.Write(context.Out, report);
    }

    private ExperimentVerification Verification() => new(experiment, ExpectedFile.Read(experiment, context.Search.HostFolder))
    {
        Cells = _cells,
        IsWhole = flags.Only.Count == 0,
        Expect = Expectations(),
        AreStored = flags.IsStored,
    };

    // Figures and claims are about all seeds of a cell: what fewer cannot decide is not asked.
    private Expectations Expectations()
    {
        var expect = ExpectReader.Parse(experiment.Expect);
        if (flags.Seeds is not { } most || experiment.Cells.All(c => c.Seeds.Count <= most))
            return expect;
        var (decidable, others) = (expect.Claims.Where(c => c.Seeds <= most).ToArray(), expect.Claims.Count(c => c.Seeds > most) + expect.Metrics.Count);
        if (others > 0)
            context.Screen.Profile.Out.Writer.WriteLine($"not checked with {most} of the seeds: {others} claims and figures that are about more");
        return expect with { Claims = new(decidable), Metrics = default };
    }
}
