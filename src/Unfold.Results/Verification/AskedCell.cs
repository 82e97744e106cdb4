namespace Unfold.Results;

/// <summary>A variant or cell that is to be verified.</summary>
/// <param name="Name">The variant or cell.</param>
/// <param name="Seeds">The seeds that must be there, and no others; null where only what was accepted tells.</param>
public sealed record AskedCell(string Name, IReadOnlyList<int>? Seeds = null);
