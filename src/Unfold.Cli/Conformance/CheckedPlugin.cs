using Unfold.Hosting;
using Unfold.Testing;

namespace Unfold.Cli.Conformance;

/// <summary>What the checks found of a plugin.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Experiments">The outcome of reading its own experiments, one result a file.</param>
/// <param name="Components">Its components; they are checked as they are asked for.</param>
internal sealed record CheckedPlugin(PluginReport Plugin, IReadOnlyList<CheckResult> Experiments, IEnumerable<CheckedComponent> Components);
