namespace Unfold.Reliability.Tests;

/// <summary>
/// Moments to disturb a process at: anywhere from its start to a little after its end, mostly in its training. It follows the machine's pace, which others change.
/// </summary>
/// <param name="random">Draws them.</param>
/// <param name="reference">How long an undisturbed run took.</param>
internal sealed class RandomMoments(Random random, ReferenceRun reference)
{
    private const double InStartup = 0.15;
    private const double Beyond = 1.1;

    private double _pace = 1;

    /// <summary>How long to wait.</summary>
    /// <param name="done">The part of the training that is done.</param>
    public TimeSpan Next(double done)
    {
        var startup = reference.Startup * _pace;
        var (from, to) = random.NextDouble() < InStartup
            ? (TimeSpan.Zero, startup)
            : (startup * 0.9, (startup + Left(done)) * Beyond);
        return from + ((to - from) * random.NextDouble());
    }

    /// <summary>A process ended before it was disturbed: it took so long.</summary>
    public void Ended(double doneBefore, TimeSpan took) => _pace *= Math.Clamp(took / ((reference.Startup * _pace) + Left(doneBefore)), 0.5, 2);

    /// <summary>A process was still starting after this long.</summary>
    public void WasStarting(TimeSpan waited)
    {
        if (waited > reference.Startup * _pace)
            _pace *= 1.2;
    }

    private TimeSpan Left(double done) => reference.Rest * (1 - done) * _pace;
}
