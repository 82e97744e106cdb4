using Unfold.Engine.Training;

namespace Unfold.Engine.Runs;

/// <summary>Trains a variant of a compiled experiment from C#.</summary>
public static class VariantRun
{
    /// <summary>Trains every cell and seed of a variant, one after another; a finished identical run is not repeated.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops after the current step.</param>
    /// <exception cref="UnfoldException">A run cannot be carried out: those before it are kept.</exception>
    public static IReadOnlyList<RunOutcome> Execute(Experiment experiment, string variant, RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return
        [
            .. from cell in experiment.Cells
               where cell.Variant == variant
               from seed in cell.Seeds
               select new TrainingRun(experiment.Name, cell, cell.CreateRun(seed)).Execute(options, SilentObserver.Instance, cancellation),
        ];
    }
}
