using Unfold.Engine.Networks;

namespace Unfold.Engine.Training;

/// <summary>What a reader of a run's figures must know.</summary>
internal static class RunNotes
{
    /// <summary>The evaluation begins that the figures are of.</summary>
    public static void Begin(UnfoldingNetwork network) => (network as IEvaluationNotes)?.BeginNotes();

    /// <summary>After it.</summary>
    /// <param name="spec">The run.</param>
    /// <param name="runner">Its network.</param>
    /// <param name="sample">What the network was built with.</param>
    public static IReadOnlyList<string> Of(TrainingSpec spec, NetworkRunner runner, TrainingSample sample)
    {
        List<string> notes = [];
        if (runner.UsesOracle)
            notes.Add("uses an oracle: the network was given the true noise norm and the truth's range");
        if (!spec.Loss.SeesTruth && sample.WasRead && spec.Training.Epochs > 0)
            notes.Add("is not trained without truth: the loss sees none, but the network was built from the training signals themselves");
        if (runner.Network is IEvaluationNotes told)
            notes.AddRange(told.Notes());
        return notes;
    }
}
