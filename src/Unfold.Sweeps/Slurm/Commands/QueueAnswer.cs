namespace Unfold.Sweeps;

/// <summary>What the queue said, or why it said nothing.</summary>
/// <param name="AskedAt">When it was asked: an answer asked for again too early is the one before.</param>
/// <param name="Entries">The jobs; null where nothing is known.</param>
/// <param name="Unknown">Why nothing is known; null where something is.</param>
public sealed record QueueAnswer(DateTimeOffset AskedAt, IReadOnlyList<QueueEntry>? Entries, string? Unknown);
