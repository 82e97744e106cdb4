namespace Unfold.Cli.Sweeps;

/// <summary>A sweep as it is asked for.</summary>
/// <param name="Experiment">The experiment's name, or its file.</param>
/// <param name="Overrides">Changes to it.</param>
/// <param name="Variants">The variants or cells that are wanted; all for none.</param>
/// <param name="Root">The folder of sweeps.</param>
/// <param name="OutFolder">The output folder of its runs.</param>
/// <param name="Threads">Threads of torch's operations of every run.</param>
/// <param name="Device">A device in place of the spec's, or null.</param>
internal sealed record SweepRequest(string Experiment, string[] Overrides, string[] Variants, string Root, string OutFolder, int Threads, string? Device)
{
    /// <summary>A sweep whose decisions of halving are repeated, or null.</summary>
    public string? Repeats { get; init; }
}
