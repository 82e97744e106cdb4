namespace Unfold.Engine.Tests;

/// <summary>Options of <see cref="HookedSignals"/>.</summary>
internal sealed record HookedSignalsOptions;
