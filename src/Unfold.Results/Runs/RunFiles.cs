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
    public const string Log = "run.log";
}
