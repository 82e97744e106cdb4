using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>A component with what its plugin says about it.</summary>
/// <param name="Component">What its metadata says.</param>
/// <param name="Summary">The summary of its documentation, or null.</param>
/// <param name="Options">Its options.</param>
/// <param name="Problem">Why it could not be loaded, or null: then options have no defaults.</param>
public sealed record ComponentDescription(ComponentSchema Component, string? Summary, IReadOnlyList<OptionDescription> Options, PluginProblem? Problem);
