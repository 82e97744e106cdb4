namespace Unfold;

/// <summary>Implemented by a network that learns in an evaluation what a reader of its figures must know: that it did not converge, say.</summary>
public interface IEvaluationNotes
{
    /// <summary>An evaluation begins: what was noted before does not count.</summary>
    void BeginNotes();

    /// <summary>What is to be said of the evaluation, for <c>notes</c> of results.json; nothing where nothing is.</summary>
    IReadOnlyList<string> Notes();
}
