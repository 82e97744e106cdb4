namespace Unfold.Reliability.Tests;

/// <summary>
/// Moments to disturb a process at: anywhere from its start to a little after its end, mostly in its training. It follows the machine's pace, which others change.
/// </summary>
/// <param name="random">Draws them.</param>
/// <param name="reference">How long an undisturbed run took.</param>
/// <param name="inStartup">The part of the moments that lie before the training: it is to be small where that is not what is tried.</param>
internal sealed class RandomMoments(Random random, ReferenceRun reference, double inStartup = 0.12)
{
    private const double AfterTraining = 0.12;
    private const double Beyond = 1.2;

    private double _pace = 1;

    /// <summary>How long to wait.</summary>
    /// <param name="done">The part of the training that is done.</param>
    public TimeSpan Next(double done)
    {
        var (startup, training, end) = (reference.Startup, Training(done), reference.End);
        var draw = random.NextDouble();
        var (from, length) = draw < inStartup ? (TimeSpan.Zero, startup)
            : draw < inStartup + AfterTraining || training == TimeSpan.Zero ? (startup + training, end * Beyond)
            : (startup, training);
        return (from + (length * random.NextDouble())) * _pace;
    }

    /// <summary>A process ended before it was disturbed: it took so long.</summary>
    public void Ended(double doneBefore, TimeSpan took) =>
        _pace *= Math.Clamp(took / ((reference.Startup + Training(doneBefore) + reference.End) * _pace), 0.5, 2);

    /// <summary>A process was still starting after this long.</summary>
    public void WasStarting(TimeSpan waited)
    {
        if (waited > reference.Startup * _pace)
            _pace *= 1.2;
    }

    private TimeSpan Training(double done) => reference.Training * (1 - done);
}
