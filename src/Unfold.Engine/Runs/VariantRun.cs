using Unfold.Engine.Teachers;
using Unfold.Engine.Training;

namespace Unfold.Engine.Runs;

/// <summary>Trains a variant of a compiled experiment from C#.</summary>
public static class VariantRun
{
    /// <summary>Trains every cell and seed of a variant, one after another, its teachers first; a finished identical run is not repeated.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops after the current step.</param>
    /// <exception cref="UnfoldException">A run cannot be carried out: those before it are kept.</exception>
    public static IReadOnlyList<RunOutcome> Execute(Experiment experiment, string variant, RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        var known = options with { Cells = experiment.Cells };
        var outcomes = new List<RunOutcome>();
        foreach (var (cell, isAsked) in TeacherOrder.Of(experiment.Cells, [.. experiment.Cells.Where(c => c.Variant == variant)]))
        {
            var own = known with { Force = options.Force && isAsked };
            foreach (var seed in cell.Seeds)
            {
                var outcome = new TrainingRun(experiment.Name, cell, cell.CreateRun(seed)).Execute(own, SilentObserver.Instance, cancellation);
                if (isAsked)
                    outcomes.Add(outcome);
            }
        }

        return outcomes;
    }
}
