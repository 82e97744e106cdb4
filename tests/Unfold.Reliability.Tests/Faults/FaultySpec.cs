namespace Unfold.Reliability.Tests;

/// <summary>A variant with a loss that misbehaves after a while.</summary>
/// <param name="By">What it does.</param>
/// <param name="After">After how many calls.</param>
/// <param name="StallMinutes">How long nothing may be finished; null for ever.</param>
internal sealed record FaultySpec(string By, int After, double? StallMinutes = 60)
{
    public static FaultySpec Throwing { get; } = new("throwing", 20);

    /// <summary>It hangs in its second epoch or later; with a patience that a busy machine does not try.</summary>
    public static FaultySpec Hanging { get; } = new("hanging", 20, 0.15);

    public static FaultySpec Eating { get; } = new("eating", 20);

    /// <summary>A file with the variants <c>before</c>, <paramref name="name"/> and <c>later</c>, of which only that one misbehaves.</summary>
    public static string Json(string name, FaultySpec faulty) => $$"""
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
            "{{name}}": {
              "loss": { "use": "chaos-loss", "by": "{{faulty.By}}", "after": {{faulty.After}} },
              "training": { "stallMinutes": {{(faulty.StallMinutes is { } minutes ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes}") : "null")}} }
            },
            "later": { "seed": 1 }
          }
        }
        """;
}
