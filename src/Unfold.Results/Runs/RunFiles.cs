namespace Unfold.Results;

/// <summary>Names of the files of a run directory.</summary>
public static class RunFiles
{
    public const string Spec = "spec.json";
    public const string Environment = "environment.json";
    public const string Status = "status.json";
    public const string Metrics = "metrics.jsonl";
    public const string Results = "results.json";
    public const string Images = "images.json";
    /// <summary>The reported parameters.</summary>
    public const string Parameters = "parameters.safetensors";

    /// <summary>The figures of every test image.</summary>
    public const string TestImages = "test-images.csv";

    /// <summary>The loss around the reported parameters, where <c>unfold landscape</c> took it.</summary>
    public const string Landscape = "landscape.json";

    /// <summary>The rows of a landscape that was interrupted; gone when it is finished.</summary>
    public const string LandscapeRows = "landscape.rows.json";

    public const string Log = "run.log";

    /// <summary>There while a process works on the run.</summary>
    public const string Lock = "run.lock";

    /// <summary>The state of the training, as it was saved last.</summary>
    public const string LastCheckpoint = "checkpoints/last.safetensors";

    /// <summary>The same, as it was saved before that.</summary>
    public const string CheckpointBeforeLast = "checkpoints/last-1.safetensors";

    /// <summary>What a run goes on from, in the order in which it is looked for.</summary>
    public static IReadOnlyList<string> ToGoOnFrom { get; } = [LastCheckpoint, CheckpointBeforeLast];

    /// <summary>The parameters with the lowest validation MSE so far.</summary>
    public const string BestParameters = "checkpoints/best.safetensors";
}
