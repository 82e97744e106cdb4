namespace Unfold.Results;

/// <summary>A claim of an experiment and what became of it.</summary>
/// <param name="Says">What is claimed: its words, or else the comparison.</param>
/// <param name="Verdict">Over all its comparisons.</param>
/// <param name="Sentence">The verdict as a sentence's end: <c>holds only against lmmse</c>.</param>
/// <param name="Comparisons">What it was judged by; at least one.</param>
public sealed record JudgedClaim(string Says, Verdict Verdict, string Sentence, IReadOnlyList<JudgedComparison> Comparisons);
