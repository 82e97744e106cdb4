namespace Unfold.Reliability.Tests;

/// <summary>What the scenarios train: real networks, small enough to be trained a thousand times, which save their state every few steps.</summary>
/// <param name="Name">Names the file.</param>
/// <param name="Architecture">The architecture and what continues it.</param>
/// <param name="Training">What the training has beyond the common settings.</param>
internal sealed record ChaosSpec(string Name, string Architecture, string Training)
{
    /// <summary>Epochs of a run.</summary>
    public const int Epochs = 8;

    /// <summary>Steps of a run: 270 of the images are trained on, eight at a time.</summary>
    public const int Steps = 34 * Epochs;

    private static readonly ChaosSpec Deconet = new(
        "deconet",
        """
        "architecture": { "use": "deconet", "layers": 4, "redundancy": 2, "smoothing": 100, "stepBalance": 0.5, "init": "differences", "outputRange": "dataset", "box": "dataset" },
        "continuation": { "use": "accelerated", "steps": 2 }
        """,
        """ "optimizer": { "use": "adam", "learningRate": 3e-3 }, "schedule": { "use": "cosine" }, "homotopy": { "use": "fidelity" } """);

    private static readonly ChaosSpec Dropout = new(
        "dropout",
        """
        "architecture": { "use": "chaos-dropout" },
        "continuation": { "use": "none" }
        """,
        """ "optimizer": { "use": "sgd", "learningRate": 0.02, "momentum": 0.9 }, "gradientClip": 1 """);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChaosSpec> All { get; } = [Deconet, Dropout];

    /// <summary>The one whose network is the paper's.</summary>
    public static ChaosSpec Paper => Deconet;

    /// <summary>The file's text.</summary>
    /// <param name="seed">The run's seed.</param>
    public string Json(int seed) => $$"""
        {
          "seed": {{seed}},
          "dataset": { "use": "phantoms", "train": 300, "test": 40, "size": 16 },
          "measurement": { "use": "gaussian", "ratio": 0.25, "noise": { "use": "gaussian", "standardDeviation": 1e-4 } },
          {{Architecture}},
          "loss": { "use": "mse" },
          "training": { "epochs": {{Epochs}}, "batchSize": 8, "keep": "best-validation", "checkpointSteps": 3, "checkpointMinutes": null, {{Training}} }
        }
        """;
}
