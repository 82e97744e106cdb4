using Unfold.Cli.Conformance;
using Unfold.Hosting;
using Unfold.Testing;

namespace Unfold.Cli.Rendering;

/// <summary>
/// What the checks of plugins found: a line a component, and below it what failed and why, what it refused, and what a person should judge; all of it where that
/// is asked for.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="isComplete">Whether what passed or was skipped is told, too.</param>
/// <param name="withTraces">Whether exceptions show their stack trace.</param>
internal sealed class ConformanceLines(TextWriter writer, bool isComplete, bool withTraces = false)
{
    private const string Indent = "           ";

    /// <param name="plugin">The plugin.</param>
    /// <param name="experiments">What came of its experiments.</param>
    /// <param name="isWanted">Whether it had to be usable.</param>
    public void Write(PluginReport plugin, IReadOnlyList<CheckResult> experiments, bool isWanted)
    {
        writer.WriteLine($"{plugin.Name} {plugin.Version} ({plugin.State})");
        if (plugin.Problem is { } problem)
            writer.WriteLine($"  {Word(isWanted ? CheckOutcome.Failed : CheckOutcome.Skipped)}  {problem.Code}: {problem.Reason}; {problem.Mend}");
        foreach (var experiment in experiments.Where(e => isComplete || e.Failed))
            writer.WriteLine($"  {Word(experiment)}  {experiment.Check}: {experiment.Message}");
    }

    public void Write(CheckedComponent component)
    {
        writer.WriteLine($"  {Word(Outcome(component))}  {component.Kind} {component.Id} ({component.Options}): {Found(component)}");
        var faults = new RepeatedFaults();
        // The heading of what refuses everything has said it.
        foreach (var check in component.Checks.Where(c => isComplete || c.Failed || c.IsTold || (c.IsRefused && component.Refusal is null)))
        {
            writer.WriteLine($"{Indent}{Word(check)}  {check.Check}: {faults.Tell(check)}");
            if (withTraces && check is { Failed: true, Thrown: { } thrown } && faults.IsFirst(check))
                writer.WriteLine(string.Join(Environment.NewLine, thrown.ToString().Split('\n').Select(line => $"{Indent}  {line.TrimEnd()}")));
        }
    }

    /// <summary>How it stands over all.</summary>
    public void WriteSum(IReadOnlyList<CheckedComponent> components, int unusable)
    {
        var failed = Distinct(components.Where(c => c.Failed));
        var refused = Distinct(components.Where(c => c.Refusal is not null && !c.Failed));
        var all = Distinct(components);
        if (unusable > 0)
            writer.WriteLine($"{unusable} {(unusable == 1 ? "plugin" : "plugins")} could not be used");
        writer.WriteLine(
            $"{all} {(all == 1 ? "component" : "components")}, {(failed == 0 ? "none fails" : $"{failed} {(failed == 1 ? "fails" : "fail")}")}"
            + $"{(refused == 0 ? "" : $", {refused} {(refused == 1 ? "was" : "were")} not tried: {(refused == 1 ? "it refuses" : "they refuse")} what is offered")}"
            + $"; {components.Sum(c => c.Checks.Count)} checks, {components.Sum(c => c.Count(CheckOutcome.Failed))} failed, {components.Sum(c => c.Count(CheckOutcome.Skipped))} skipped");
    }

    private static int Distinct(IEnumerable<CheckedComponent> components) => components.Select(c => (c.Kind, c.Id)).Distinct().Count();

    private static CheckOutcome Outcome(CheckedComponent component) => component switch
    {
        { Failed: true } => CheckOutcome.Failed,
        { Refusal: not null } => CheckOutcome.Skipped,
        _ => component.Checks.All(c => c.Outcome == CheckOutcome.Skipped) ? CheckOutcome.Skipped : CheckOutcome.Passed,
    };

    private static string Found(CheckedComponent component)
    {
        var (skipped, failed) = (component.Count(CheckOutcome.Skipped), component.Count(CheckOutcome.Failed));
        var made = component.Checks.Count - skipped;
        var found = failed > 0 ? $"{failed} of {made} checks failed" : $"{made} {(made == 1 ? "check" : "checks")}";
        return $"{found}{(skipped > 0 ? $", {skipped} skipped" : "")}{(component.Refusal is { } refusal ? $"; {refusal.Message}" : "")}";
    }

    private static string Word(CheckResult check) => check.IsTold ? "told   " : Word(check.Outcome);

    private static string Word(CheckOutcome outcome) => CheckResult.Word(outcome).PadRight(7);
}
