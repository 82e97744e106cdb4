using Newtonsoft.Json;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>What a sweep gave to a scheduler: its jobs.json. Which cells are done, the folders of their runs say.</summary>
public sealed record SweepJobs
{
    private const string FileName = "jobs.json";

    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Cells of an element: the same for all arrays, since an element is the same cells however often it is submitted. Null before the first.</summary>
    public int? Pack { get; init; }

    /// <summary>The arrays, in the order of their submission.</summary>
    public IReadOnlyList<JobRecord> Jobs { get; init; } = [];

    /// <summary>How often cells were submitted again since they were lost, by index.</summary>
    public IReadOnlyDictionary<int, int> Resubmissions { get; init; } = new SortedDictionary<int, int>();

    /// <summary>Elements that are yet to be submitted, since the site takes no more at once, or the submission was broken off: <c>4-23</c>.</summary>
    public string Left { get; init; } = "";

    /// <summary>The same.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> LeftElements => Left.Length == 0 ? [] : IndexRanges.Parse(Left) ?? [];

    /// <summary>Whether anything was submitted.</summary>
    [JsonIgnore]
    public bool IsEmpty => Jobs.Count == 0;

    /// <summary>Reads a sweep's; an empty one where nothing was submitted.</summary>
    /// <exception cref="SweepException">UFS002: it is damaged.</exception>
    public static SweepJobs Read(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var path = Path.Combine(sweep.Path, FileName);
        try
        {
            return File.Exists(path) ? ResultsJson.ReadFile<SweepJobs>(path) : new SweepJobs();
        }
        catch (ResultsException damaged)
        {
            throw new SweepException("UFS002", damaged.Message, "delete the file when no job of the sweep is in the queue ('squeue --name' and the sweep's name shows them), and submit the sweep again", damaged);
        }
    }

    /// <summary>Changes a sweep's; what stays as it was is not written.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    /// <exception cref="SweepException">UFS002: it is damaged.</exception>
    public static void Change(SweepFolder sweep, Func<SweepJobs, SweepJobs> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var before = Read(sweep);
        if (change(before) is var after && after != before)
            after.Write(sweep);
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public void Write(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        AtomicFile.Write(Path.Combine(sweep.Path, FileName), ResultsJson.Indented(this));
    }
}
