using System.Globalization;

namespace Unfold.Reliability.Tests;

/// <summary>An experiment with variants whose loss misbehaves after a while.</summary>
internal static class FaultySpec
{
    /// <summary>What a loss can do wrong, which names the variants too.</summary>
    public static IReadOnlyList<string> Faults { get; } = ["throwing", "hanging", "eating", "hoarding"];

    /// <summary>A file with the variants <c>before</c>, one for each fault, and <c>later</c>.</summary>
    /// <param name="stallMinutes">How long nothing may be finished where a loss does not return; null for ever.</param>
    public static string Json(double? stallMinutes) => $$"""
        {
          "seed": 0,
          "dataset": { "use": "phantoms", "train": 60, "test": 10, "size": 16 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "chaos-dropout" },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 4, "batchSize": 8, "checkpointSteps": 3, "optimizer": { "use": "adam", "learningRate": 1e-3 } },
          "variants": {
            "before": {},
            {{string.Concat(Faults.Select(f => Variant(f, f == "hanging" ? stallMinutes : null)))}}
            "later": { "seed": 1 }
          }
        }
        """;

    // Each process gets through an epoch or two.
    private static string Variant(string fault, double? stallMinutes) => $$"""
        "{{fault}}": {
          "loss": { "use": "chaos-loss", "by": "{{fault}}", "after": 20 },
          "training": { "stallMinutes": {{stallMinutes?.ToString(CultureInfo.InvariantCulture) ?? "0"}} }
        },
        """;
}
