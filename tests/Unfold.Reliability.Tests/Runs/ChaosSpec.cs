namespace Unfold.Reliability.Tests;

/// <summary>What the scenarios train: real networks, small enough to be trained a thousand times, which save their state every few steps.</summary>
/// <param name="Name">Names the file.</param>
/// <param name="Images">Images of the training set.</param>
/// <param name="ValidationImages">How many of them are for validation.</param>
/// <param name="Architecture">The architecture and what continues it.</param>
/// <param name="Training">What the training has beyond the common settings.</param>
/// <param name="Dataset">The dataset.</param>
internal sealed record ChaosSpec(string Name, int Images, int ValidationImages, string Architecture, string Training, string Dataset = "phantoms")
{
    private const int BatchSize = 8;

    private const string Unfolded = """
        "architecture": { "use": "deconet", "layers": 4, "redundancy": 2, "smoothing": 100, "stepBalance": 0.5, "init": "differences", "outputRange": "dataset", "box": "dataset" },
          "continuation": { "use": "accelerated", "steps": 2 }
        """;

    private const string Adam = """ "optimizer": { "use": "adam", "learningRate": 3e-3 }, "schedule": { "use": "cosine" }, "homotopy": { "use": "fidelity" } """;

    /// <summary>Epochs of a run.</summary>
    public static int Epochs { get; } = ChaosSize.IsFull ? 8 : 4;

    /// <summary>An unfolded network, trained by Adam along a schedule and a homotopy.</summary>
    public static ChaosSpec Paper { get; } = new("deconet", 300, 30, Unfolded, Adam);

    /// <summary>A plugin's network with Dropout, whose numbers are torch's own to draw, trained with momentum.</summary>
    public static ChaosSpec Dropout { get; } = new(
        "dropout",
        300,
        30,
        """
        "architecture": { "use": "chaos-dropout" },
          "continuation": { "use": "none" }
        """,
        """ "optimizer": { "use": "sgd", "learningRate": 0.02, "momentum": 0.9 }, "gradientClip": 1, "schedule": { "use": "cosine" } """);

    /// <summary>One that is at its validation most of the time.</summary>
    public static ChaosSpec Validation { get; } = new("validation", 600, 480, Unfolded, Adam);

    /// <summary>One that is at loading its data most of the time.</summary>
    public static ChaosSpec Loading { get; } = new("loading", 300, 30, Unfolded, Adam, "chaos-slow");

    /// <summary>Those whose time is the training's.</summary>
    public static IReadOnlyList<ChaosSpec> Trained { get; } = [Paper, Dropout];

    /// <summary>Steps of a run.</summary>
    public int Steps => (Images - ValidationImages + BatchSize - 1) / BatchSize * Epochs;

    /// <summary>The file's text.</summary>
    /// <param name="seed">The run's seed.</param>
    public string Json(int seed) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        {
          "seed": {{seed}},
          "dataset": { "use": "{{Dataset}}", "train": {{Images}}, "test": 40, "size": 16 },
          "measurement": { "use": "gaussian", "ratio": 0.25, "noise": { "use": "gaussian", "standardDeviation": 1e-4 } },
          {{Architecture}},
          "loss": { "use": "mse" },
          "training": {
            "epochs": {{Epochs}}, "batchSize": {{BatchSize}}, "validationFraction": {{(double)ValidationImages / Images}}, "keep": "best-validation",
            "checkpointSteps": 3, "checkpointMinutes": 0, {{Training}}
          }
        }
        """);
}
