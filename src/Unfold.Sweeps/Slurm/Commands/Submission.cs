namespace Unfold.Sweeps;

/// <summary>One sbatch.</summary>
/// <param name="Script">The script's file.</param>
/// <param name="Sweep">The sweep's id: its jobs' name.</param>
/// <param name="Chunk">The elements.</param>
public sealed record Submission(string Script, string Sweep, ArrayChunk Chunk)
{
    /// <summary>Further arguments of sbatch, before the script.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Tells this submission from an earlier one of the same elements when an answer is lost; a part of the jobs' comment.</summary>
    public string Token { get; init; } = Guid.NewGuid().ToString("n")[..8];

    /// <summary>The jobs' comment: the sweep's id, and the token.</summary>
    public string Comment => CommentOf(Sweep, Token);

    /// <summary>The comment of a sweep's jobs with a token.</summary>
    public static string CommentOf(string sweep, string token) => $"{sweep} {token}";
}
