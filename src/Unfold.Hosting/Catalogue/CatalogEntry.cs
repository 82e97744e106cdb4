using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>A component that experiments can use.</summary>
/// <param name="Component">What it is.</param>
/// <param name="Plugin">Where it comes from.</param>
public sealed record CatalogEntry(ComponentSchema Component, PluginReport Plugin);
