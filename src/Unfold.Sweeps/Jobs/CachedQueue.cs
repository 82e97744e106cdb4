using System.Globalization;
using Newtonsoft.Json;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>A cluster whose queue is asked for a sweep at most once in ten seconds, however many processes look at the sweep: the last answer is kept in its folder.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="slurm">The cluster.</param>
/// <param name="clock">The time.</param>
public sealed class CachedQueue(SweepFolder sweep, ISlurm slurm, TimeProvider clock) : ISlurm
{
    private const string FileName = "queue.json";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Forgets the last answer: the queue was changed.</summary>
    public static void Forget(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        try
        {
            AtomicFile.Delete(Path.Combine(sweep.Path, FileName));
        }
        catch (ResultsException)
        {
            // It ages by itself.
        }
    }

    /// <inheritdoc/>
    public QueueAnswer Queue(string jobName)
    {
        var path = Path.Combine(sweep.Path, FileName);
        if (Last(path) is { } last && clock.GetUtcNow() - last.AskedAt is var age && age < Pause && age > -Pause)
            return last;
        var answer = slurm.Queue(jobName);
        try
        {
            AtomicFile.Write(path, ResultsJson.Line(new Kept(answer.AskedAt.ToString("O", CultureInfo.InvariantCulture), answer.Entries, answer.Unknown)) + "\n");
        }
        catch (ResultsException)
        {
            // In a folder that cannot be written, such as another user's, nothing is kept.
        }

        return answer;
    }

    /// <inheritdoc/>
    public SubmittedJob Submit(Submission submission) => Changing(() => slurm.Submit(submission));

    /// <inheritdoc/>
    public ScontrolConfig? Config() => slurm.Config();

    /// <inheritdoc/>
    public IReadOnlyList<AccountedJob>? Accounting(IReadOnlyCollection<int> ids) => slurm.Accounting(ids);

    /// <inheritdoc/>
    public CommandResult Cancel(IReadOnlyCollection<string> jobs) => Changing(() => slurm.Cancel(jobs));

    /// <inheritdoc/>
    public CommandResult Release(IReadOnlyCollection<string> jobs) => Changing(() => slurm.Release(jobs));

    /// <inheritdoc/>
    public CommandResult Requeue(string job) => slurm.Requeue(job);

    /// <inheritdoc/>
    public ScontrolJob? ShowJob(string job) => slurm.ShowJob(job);

    private T Changing<T>(Func<T> change)
    {
        try
        {
            return change();
        }
        finally
        {
            Forget(sweep);
        }
    }

    private static QueueAnswer? Last(string path)
    {
        try
        {
            return File.Exists(path) && ResultsJson.ReadFile<Kept>(path) is { } kept
                ? new QueueAnswer(DateTimeOffset.Parse(kept.Asked, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), kept.Entries, kept.Unknown)
                : null;
        }
        catch (Exception damaged) when (damaged is ResultsException or FormatException)
        {
            // It only saves a question.
            return null;
        }
    }

    private sealed record Kept([property: JsonProperty(Required = Required.Always)] string Asked, IReadOnlyList<QueueEntry>? Entries, string? Unknown);
}
