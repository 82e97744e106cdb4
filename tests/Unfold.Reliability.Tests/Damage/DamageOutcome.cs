namespace Unfold.Reliability.Tests;

/// <summary>What became of damaged checkpoints.</summary>
internal sealed class DamageOutcome
{
    /// <summary>Checkpoints with a changed byte, and those of them that were noticed.</summary>
    public (int All, int Noticed) Flips { get; set; }

    /// <summary>Checkpoints without their end, and those of them that were noticed.</summary>
    public (int All, int Noticed) Cuts { get; set; }

    /// <summary>Runs that went on from the checkpoint before the damaged one.</summary>
    public int Resumed { get; set; }

    /// <summary>Runs that were refused, since both were damaged.</summary>
    public int Refused { get; set; }

    /// <summary>What went wrong.</summary>
    public List<string> Failures { get; } = [];

    public override string ToString() =>
        $"{Flips.Noticed} of {Flips.All} flipped bytes and {Cuts.Noticed} of {Cuts.All} truncations noticed; {Resumed} runs went on from the checkpoint before and ended alike; "
        + $"{Refused} runs with both damaged refused, untouched; {Failures.Count} failures";
}
