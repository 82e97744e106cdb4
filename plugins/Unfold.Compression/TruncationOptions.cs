using System.ComponentModel.DataAnnotations;

namespace Unfold.Compression;

/// <summary>Options of <see cref="RowNorm"/> and <see cref="SingularVectors"/>.</summary>
public sealed record TruncationOptions
{
    /// <summary>The finished run to start from: <see cref="ITaught.Teacher"/> says how it is named.</summary>
    [MinLength(1)]
    public required string Teacher { get; init; }

    /// <summary>
    /// Names of the matrices to truncate, such as <c>analysis</c>; empty for every one that has fewer rows in the student. What else differs in shape
    /// is an error where this is empty, and keeps its own initial values where it is not.
    /// </summary>
    public IReadOnlyList<string> Matrices { get; init; } = [];

    /// <summary>What truncated matrices are scaled to keep.</summary>
    public PreservedScale Preserve { get; init; } = PreservedScale.None;
}
