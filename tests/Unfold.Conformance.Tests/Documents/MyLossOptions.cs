using System.ComponentModel.DataAnnotations;

namespace MyPlugin;

/// <summary>Its options.</summary>
internal sealed record MyLossOptions
{
    [Range(0, 1e3)]
    public double Weight { get; init; } = 1;
}
