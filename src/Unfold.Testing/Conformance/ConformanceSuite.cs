using TorchSharp;
using Unfold.Engine.Native;

namespace Unfold.Testing;

/// <summary>
/// Everything that a component's contract promises and that can be seen from outside, on small problems: what <c>unfold plugins check</c> runs on any plugin.
/// docs/conformance.md lists the checks with their tolerances.
/// </summary>
public static class ConformanceSuite
{
    /// <summary>Makes the checks of a component's kind, one after the other. An exception of the component is a failed check, never the caller's.</summary>
    /// <param name="create">Builds the component; called once.</param>
    /// <returns>One result a check, made when it is asked for. What the component cannot be built for, or refuses, is skipped with its reason.</returns>
    /// <exception cref="UnfoldException">UFE…: there is no libtorch here.</exception>
    public static IEnumerable<CheckResult> Of(Func<IComponent> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        NativeLibraries.Load();
        return Run(create);
    }

    private static IEnumerable<CheckResult> Run(Func<IComponent> create)
    {
        IComponent? component = null;
        var built = GuardedCheck.Run("builds", () =>
        {
            component = create();
            return new CheckResult("builds", passed: true, component.GetType().Name);
        });
        // Its own options are nothing that it may refuse.
        yield return built.Thrown is UnfoldException refusal
            ? new CheckResult("builds", passed: false, GuardedCheck.Refusal(refusal)) { Thrown = refusal }
            : built;
        if (component is null)
            yield break;
        // Of problems this small, threads only wait for each other.
        var threads = torch.get_num_threads();
        torch.set_num_threads(1);
        try
        {
            foreach (var result in OfKind(component))
                yield return result;
        }
        finally
        {
            torch.set_num_threads(threads);
        }
    }

    private static IEnumerable<CheckResult> OfKind(IComponent component) => component switch
    {
        IDataset dataset => DatasetChecks.All(dataset),
        IMeasurement measurement => MeasurementChecks.All(measurement),
        INoise noise => NoiseChecks.All(noise),
        IArchitecture architecture => ArchitectureChecks.All(architecture),
        IContinuation continuation => ContinuationChecks.All(continuation),
        ILoss loss => LossChecks.All(loss),
        IOptimizer optimizer => OptimizerChecks.All(optimizer),
        ILearningRateSchedule schedule => ScheduleChecks.All(schedule),
        IHomotopy homotopy => HomotopyChecks.All(homotopy),
        ICompression compression => CompressionChecks.All(compression),
        ITestCondition condition => ConditionChecks.All(condition),
        _ => [CheckResult.Skipped("contract", $"{component.GetType().Name} is of a kind that has no checks")],
    };
}
