namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="FixedSignals"/>: pixels, two a signal.</summary>
internal sealed record FixedSignalsOptions
{
    public IReadOnlyList<float> Train { get; init; } = [0, 0];

    public IReadOnlyList<float> Validation { get; init; } = [];

    public IReadOnlyList<float> Test { get; init; } = [0, 0];
}
