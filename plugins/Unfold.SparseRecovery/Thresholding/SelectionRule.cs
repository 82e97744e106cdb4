namespace Unfold.SparseRecovery;

/// <summary>Which of the selected entries pass the threshold unshrunk.</summary>
public enum SelectionRule
{
    /// <summary>Those beyond the threshold; the others become zero, as all entries below it (LISTA-CPSS, ALISTA and HyperLISTA as published).</summary>
    BeyondThreshold,

    /// <summary>All of them, whatever the threshold (the code of NA-ALISTA).</summary>
    All,
}
