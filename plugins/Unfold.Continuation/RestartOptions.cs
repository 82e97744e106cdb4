using System.ComponentModel.DataAnnotations;

namespace Unfold.Continuation;

/// <summary>Options of <see cref="Restart"/>.</summary>
public sealed record RestartOptions
{
    /// <summary>Solves J: the first and J − 1 restarts.</summary>
    [Range(1, 10_000)]
    public int Steps { get; init; } = 3;

    /// <summary>Layers of every solve; null for the network's own number.</summary>
    [Range(1, 10_000)]
    public int? Layers { get; init; }
}
