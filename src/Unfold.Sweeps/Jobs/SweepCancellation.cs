using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>That a sweep was cancelled: its jobs do not put themselves back into the queue, and nobody submits them again but who is asked to.</summary>
public static class SweepCancellation
{
    private const string FileName = "cancelled";

    /// <summary>Whether it was.</summary>
    public static bool IsSet(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return File.Exists(Path.Combine(sweep.Path, FileName));
    }

    /// <summary>Says that it is, before any job hears of it.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Set(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        AtomicFile.Write(Path.Combine(sweep.Path, FileName), Clock.Now() + "\n");
    }

    /// <summary>It is submitted again.</summary>
    /// <exception cref="ResultsException">UFR001.</exception>
    public static void Lift(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        AtomicFile.Delete(Path.Combine(sweep.Path, FileName));
    }
}
