using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>What a report knows of its experiment besides the runs.</summary>
public sealed record ReportContext
{
    /// <summary>The cells that it declares: a claim about one without runs is not decided; null where it is declared no more.</summary>
    public IReadOnlyList<DeclaredCell>? Declared { get; init; }

    /// <summary>What commands call it: its name, or the file that was run; null for its name.</summary>
    public string? Called { get; init; }

    /// <summary>Where it is written; null beside the runs of its experiment.</summary>
    public string? Folder { get; init; }

    /// <summary>Why claims are not judged; null where they are, or where the experiment is declared no more.</summary>
    public string? WithoutClaims { get; init; }

    /// <summary>What is said of runs that are there and not shown.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
