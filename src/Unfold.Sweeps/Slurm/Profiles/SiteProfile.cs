namespace Unfold.Sweeps;

/// <summary>What a cluster, and a person's place on it, ask of a job: a site's profile, a JSON file that <see cref="SiteProfileReader"/> reads.</summary>
public sealed record SiteProfile
{
    /// <summary>The partition; null: the site's default.</summary>
    public string? Partition { get; init; }

    /// <summary>The account that is charged.</summary>
    public string? Account { get; init; }

    /// <summary>The quality of service.</summary>
    public string? Qos { get; init; }

    /// <summary>The time limit as Slurm has it: <c>30</c> (minutes), <c>12:00:00</c>, <c>2-00:00:00</c>.</summary>
    public string? Time { get; init; }

    /// <summary>Generic resources of a job: <c>gpu:1</c>, <c>shard:1</c>.</summary>
    public string? Gres { get; init; }

    /// <summary>Cores of a job; null: as many as its trainings have threads.</summary>
    public int? Cpus { get; init; }

    /// <summary>Memory of a job: <c>8G</c>.</summary>
    public string? Memory { get; init; }

    /// <summary>Features that a node must have.</summary>
    public string? Constraint { get; init; }

    /// <summary>Lines of the shell before the program starts, such as <c>module load dotnet</c>.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>Trainings that an array's element runs side by side.</summary>
    public int Pack { get; init; } = 1;

    /// <summary>Elements of an array that run at once; null: as many as the site lets.</summary>
    public int? Parallelism { get; init; }

    /// <summary>The site's MaxArraySize, which no index reaches; null: it is asked.</summary>
    public int? MaxArraySize { get; init; }

    /// <summary>Array elements that a user may have queued at once; null: no limit is known.</summary>
    public int? SubmitLimit { get; init; }

    /// <summary>Seconds before the time limit at which a job is told to save.</summary>
    public int SignalSeconds { get; init; } = 180;

    /// <summary>Times that a training may run into its time limit.</summary>
    public int MaxTimeouts { get; init; } = 20;

    /// <summary>Times that a job which was lost or failed for no fault of the training is submitted again.</summary>
    public int MaxResubmissions { get; init; } = 3;

    /// <summary>The program that runs .NET.</summary>
    public string Dotnet { get; init; } = "dotnet";

    /// <summary>Further arguments of sbatch, each one <c>--name=value</c> or <c>--name</c>.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];
}
