namespace Unfold.Hosting;

/// <summary>Why a plugin is not active.</summary>
/// <param name="State">What it makes of the plugin.</param>
/// <param name="Code"><c>UFP001</c> …, with a page under docs/diagnostics.</param>
/// <param name="Reason">What is wrong, without the plugin's name.</param>
/// <param name="Mend">What the reader can do about it.</param>
public sealed record PluginProblem(PluginState State, string Code, string Reason, string Mend);
