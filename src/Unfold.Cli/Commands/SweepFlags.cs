using System.CommandLine;
using Unfold.Cli.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary>What every command that begins a sweep takes.</summary>
internal sealed class SweepFlags
{
    private readonly TrainingFlags _training = new();

    public Argument<string> Experiment { get; } = CommonOptions.Experiment();

    public Argument<string[]> Overrides { get; } = CommonOptions.Overrides();

    public Option<string[]> Variants => _training.Variants;

    public Option<int?> Threads { get; } = SweepOptions.Threads();

    public Option<string> OutFolder { get; } = CommonOptions.OutFolder();

    public Option<string> Root { get; } = SweepOptions.Root();

    public Option<string?> Device => _training.Device;

    public Option<string?> Repeat { get; } = new("--repeat") { Description = "A sweep of the same cells: what successive halving decided there is repeated." };

    public SweepRequest Request(ParseResult parsed) => new(
        parsed.GetValue(Experiment)!,
        parsed.GetValue(Overrides) ?? [],
        parsed.GetValue(Variants) ?? [],
        parsed.GetValue(Root)!,
        parsed.GetValue(OutFolder)!,
        parsed.GetValue(Threads) ?? 1,
        parsed.GetValue(Device))
    {
        Repeats = parsed.GetValue(Repeat),
    };
}
