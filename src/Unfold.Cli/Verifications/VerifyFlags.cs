namespace Unfold.Cli.Verifications;

/// <summary>What a verification is asked for.</summary>
/// <param name="Only">The variants or cells; empty for all.</param>
/// <param name="Seeds">How many of each cell's seeds; null for all.</param>
/// <param name="OutFolder">Where runs are, or null for the usual place.</param>
/// <param name="Json">Whether one JSON document is the output.</param>
/// <param name="IsStored">Whether the runs that are there are taken, and nothing is trained.</param>
internal sealed record VerifyFlags(IReadOnlyList<string> Only, int? Seeds, string? OutFolder, bool Json, bool IsStored)
{
    /// <summary>The cells with the seeds that are asked for.</summary>
    public IReadOnlyList<ExperimentCell> Cells(Experiment experiment) =>
        [.. CellSelection.Of(experiment, Only).Select(c => Seeds is { } most ? c with { Seeds = [.. c.Seeds.Take(most)] } : c)];
}
