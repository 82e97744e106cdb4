namespace Unfold.Engine.Tests;

/// <summary>Nothing to set.</summary>
internal sealed record SteppingHomotopyOptions;
