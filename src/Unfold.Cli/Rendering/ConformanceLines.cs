using Unfold.Cli.Conformance;
using Unfold.Hosting;
using Unfold.Testing;

namespace Unfold.Cli.Rendering;

/// <summary>What the checks of plugins found: a line a component, and below it what failed and why; all of it where that is asked for.</summary>
/// <param name="writer">Where to.</param>
/// <param name="isComplete">Whether what passed or was skipped is told, too.</param>
internal sealed class ConformanceLines(TextWriter writer, bool isComplete)
{
    public void Write(PluginReport plugin, IReadOnlyList<CheckResult> experiments)
    {
        writer.WriteLine($"{plugin.Name} {plugin.Version} ({plugin.State})");
        if (plugin.Problem is { } problem)
            writer.WriteLine($"  {(plugin.State == PluginState.Disabled ? "skipped" : "FAILED ")}  {problem.Code}: {problem.Reason}; {problem.Mend}");
        Write(experiments, "  ");
    }

    public void Write(CheckedComponent component)
    {
        var skipped = component.Count(CheckOutcome.Skipped);
        var failed = component.Count(CheckOutcome.Failed);
        var made = component.Checks.Count - skipped;
        var found = failed > 0 ? $"{failed} of {made} checks failed" : $"{made} {(made == 1 ? "check" : "checks")}";
        writer.WriteLine($"  {Word(component.Failed ? CheckOutcome.Failed : made == 0 ? CheckOutcome.Skipped : CheckOutcome.Passed)}  {component.Kind} {component.Id} ({component.Options}): {found}{(skipped > 0 ? $", {skipped} skipped" : "")}");
        Write(component.Checks, "           ");
    }

    /// <summary>How it stands over all.</summary>
    public void WriteSum(IReadOnlyList<CheckedComponent> components, int unusable)
    {
        var failed = components.Where(c => c.Failed).Select(c => (c.Kind, c.Id)).Distinct().Count();
        var all = components.Select(c => (c.Kind, c.Id)).Distinct().Count();
        if (unusable > 0)
            writer.WriteLine($"{unusable} {(unusable == 1 ? "plugin" : "plugins")} could not be used");
        writer.WriteLine($"{all} {(all == 1 ? "component" : "components")}, {(failed == 0 ? "none fails" : $"{failed} {(failed == 1 ? "fails" : "fail")}")}; {components.Sum(c => c.Checks.Count)} checks, {components.Sum(c => c.Count(CheckOutcome.Failed))} failed, {components.Sum(c => c.Count(CheckOutcome.Skipped))} skipped");
    }

    private void Write(IEnumerable<CheckResult> checks, string indent)
    {
        foreach (var check in checks.Where(c => isComplete || c.Failed))
            writer.WriteLine($"{indent}{Word(check.Outcome)}  {check.Check}: {check.Message}");
    }

    private static string Word(CheckOutcome outcome) => CheckResult.Word(outcome).PadRight(7);
}
