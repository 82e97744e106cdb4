using System.Diagnostics;
using System.Globalization;
using Unfold.Engine.Identity;

namespace Unfold.Engine.Training;

/// <summary>What a run is at: written by the thread that trains, read by others. It names the component that failed, or does not return.</summary>
internal sealed class TrainingActivity
{
    private volatile string _doing = "starting";
    private volatile IComponent? _component;
    private long _step;
    private long _steps;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Steps done.</summary>
    public long Step => Interlocked.Read(ref _step);

    /// <summary>All steps, or null where they are not known yet.</summary>
    public long? Steps => Interlocked.Read(ref _steps) is > 0 and var all ? all : null;

    /// <summary>How long nothing has been finished.</summary>
    public TimeSpan Idle => Stopwatch.GetElapsedTime(Interlocked.Read(ref _since));

    /// <summary>What is done, without the component.</summary>
    public string Doing => _doing;

    /// <summary>The component at work and its assembly, such as <c>loss 'mse' (Unfold.Losses)</c>; null where none of them is.</summary>
    public string? Component => _component is { } at ? $"{at.GetType().Name} '{ComponentId.Of(at)}' of {at.GetType().Assembly.GetName().Name}" : null;

    /// <summary>Another phase begins.</summary>
    public void At(string doing, IComponent? component = null)
    {
        _doing = doing;
        In(component);
    }

    /// <summary>A component is called; null when its call is over.</summary>
    public void In(IComponent? component)
    {
        _component = component;
        Interlocked.Exchange(ref _since, Stopwatch.GetTimestamp());
    }

    /// <summary>A step is done.</summary>
    public void StepDone(long step, long steps)
    {
        Interlocked.Exchange(ref _step, step);
        Interlocked.Exchange(ref _steps, steps);
        In(null);
    }

    /// <summary>In words: what is done, where, and by whom.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_doing}{(Step > 0 ? $", after step {Step}" : "")}{(Component is { } by ? $", in {by}" : "")}");
}
