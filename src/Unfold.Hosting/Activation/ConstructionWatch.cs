using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Unfold.Hosting;

/// <summary>
/// Runs a plugin's code on a thread of its own and gives up on it when it does not come back: a static constructor that waits for ever
/// must not take the host with it. .NET cannot end such a thread; it is left behind in the background, where it keeps no process alive.
/// </summary>
internal sealed class ConstructionWatch
{
    [ThreadStatic]
    private static ConstructionWatch? _ofThisThread;

    private readonly TimeSpan _limit;
    private readonly TimeProvider _clock;
    private readonly Stack<CatalogEntry?> _components = new();
    private readonly TaskCompletionSource _finished = new();
    private readonly Lock _progress = new();
    private long _since;

    private ConstructionWatch(TimeSpan limit, TimeProvider clock)
    {
        _limit = Debugger.IsAttached ? Timeout.InfiniteTimeSpan : limit;
        _clock = clock;
    }

    /// <summary>Runs <paramref name="build"/>; within another watch on the thread of that one, with the time counted anew.</summary>
    /// <param name="build">What builds.</param>
    /// <param name="component">The component that is built, or null where it is not known.</param>
    /// <param name="limit">How long it may take, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="clock">Tells how long it took.</param>
    /// <exception cref="ConstructionTimeoutException">It did not come back.</exception>
    public static T Run<T>(Func<T> build, CatalogEntry? component, TimeSpan limit, TimeProvider clock)
    {
        if (_ofThisThread is { } outer)
            return outer.Within(build, component);
        var watch = new ConstructionWatch(limit, clock);
        return watch.Await(() => watch.Within(build, component));
    }

    private T Within<T>(Func<T> build, CatalogEntry? component)
    {
        Progress(() => _components.Push(component));
        try
        {
            return build();
        }
        finally
        {
            Progress(() => _components.Pop());
        }
    }

    private T Await<T>(Func<T> build)
    {
        T? built = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            _ofThisThread = this;
            try
            {
                built = build();
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }

            _finished.SetResult();
        })
        {
            IsBackground = true,
            Name = "plugin construction",
        };
        Progress(() => { });
        thread.Start();
        WaitToFinish();
        failure?.Throw();
        return built!;
    }

    private void WaitToFinish()
    {
        if (_limit == Timeout.InfiniteTimeSpan)
        {
            _finished.Task.Wait();
            return;
        }

        while (!_finished.Task.Wait(TimeLeft(out _)))
        {
            // Who is late now, not when the waiting began: on a busy machine that is long ago.
            if (TimeLeft(out var component) == TimeSpan.Zero)
                throw new ConstructionTimeoutException(component);
        }
    }

    // What is built inside something else has the whole limit to itself: only who makes no progress is late.
    private void Progress(Action change)
    {
        lock (_progress)
        {
            change();
            _since = _clock.GetTimestamp();
        }
    }

    private TimeSpan TimeLeft(out CatalogEntry? component)
    {
        lock (_progress)
        {
            component = _components.TryPeek(out var innermost) ? innermost : null;
            var left = _limit - _clock.GetElapsedTime(_since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
