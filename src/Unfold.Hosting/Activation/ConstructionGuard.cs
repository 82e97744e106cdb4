using System.Collections.Concurrent;
using System.Diagnostics;

namespace Unfold.Hosting;

/// <summary>
/// Runs a plugin's code that builds components, for a limited time, and gives every failure the plugin's and the component's name.
/// What did not come back once is not tried again.
/// </summary>
/// <param name="limit">How long a component may take, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
/// <param name="clock">Tells how long it took.</param>
internal sealed class ConstructionGuard(TimeSpan limit, TimeProvider clock)
{
    private readonly ConcurrentDictionary<object, UnfoldException> _stuck = new(ReferenceEqualityComparer.Instance);

    /// <summary>How long a component may take.</summary>
    public TimeSpan Limit => limit;

    /// <summary>Runs code of a component.</summary>
    /// <param name="entry">The component.</param>
    /// <param name="build">What builds.</param>
    /// <exception cref="PluginException">It failed, or did not return.</exception>
    /// <exception cref="UnfoldException">It refused its options with a code of its own: that says it best.</exception>
    public T Run<T>(CatalogEntry entry, Func<T> build) => Run(entry, build, entry, _ => entry, late => throw new UnreachableException(null, late));

    /// <summary>Runs code of components that are known only from what it throws.</summary>
    /// <param name="key">Names the code: the same one is not run again once it did not return.</param>
    /// <param name="build">What builds.</param>
    /// <param name="culprit">Whose code an exception came from, or null where it is not a component's.</param>
    /// <param name="unknown">The error where code did not return and it is not known whose.</param>
    /// <exception cref="PluginException">A component failed, or did not return.</exception>
    /// <exception cref="UnfoldException">A component refused its options with a code of its own, or code did not return.</exception>
    public T Run<T>(object key, Func<T> build, Func<Exception, CatalogEntry?> culprit, Func<ConstructionTimeoutException, UnfoldException> unknown) =>
        Run(key, build, known: null, culprit, unknown);

    /// <summary>Runs code that builds several components, all on one thread: a thread for each constructor is most of the time where a sweep has thousands.</summary>
    /// <param name="build">What builds, each component by <see cref="Run{T}(CatalogEntry, Func{T})"/>.</param>
    /// <exception cref="PluginException">A component failed, or did not return.</exception>
    /// <exception cref="UnfoldException">A component refused its options with a code of its own.</exception>
    public T Together<T>(Func<T> build)
    {
        try
        {
            return ConstructionWatch.Run(build, component: null, limit, clock);
        }
        catch (ConstructionTimeoutException late) when (late.Component is { } entry)
        {
            throw Stuck(entry, entry, late);
        }
        catch (ConstructionTimeoutException)
        {
            // None of them was at work: this machine was away. Each by itself, then.
            return build();
        }
    }

    /// <summary>Whether code comes back in time, be it with an exception.</summary>
    public bool Returns(Action code)
    {
        try
        {
            return ConstructionWatch.Run(() => Ended(code), component: null, limit, clock);
        }
        catch (ConstructionTimeoutException)
        {
            return false;
        }
    }

    // What it throws is told by whoever needs the component; here it only matters that it ended.
    private static bool Ended(Action code)
    {
        try
        {
            code();
            return true;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private T Run<T>(object key, Func<T> build, CatalogEntry? known, Func<Exception, CatalogEntry?> culprit, Func<ConstructionTimeoutException, UnfoldException> unknown)
    {
        if (_stuck.TryGetValue(key, out var stuck))
            throw stuck;
        try
        {
            return ConstructionWatch.Run(build, known, limit, clock);
        }
        catch (ConstructionTimeoutException late)
        {
            throw (late.Component ?? culprit(late)) is { } entry ? Stuck(late.Component ?? key, entry, late) : _stuck[late.Component ?? key] = unknown(late);
        }
        catch (Exception exception) when (exception is not UnfoldException)
        {
            if (culprit(exception) is not { } entry)
                throw;
            var problem = LoadFailure.Explain(Name(entry), exception) ?? PluginProblems.ConstructorThrew(Name(entry), exception);
            throw new PluginException(entry.Plugin.Name, problem, exception);
        }
    }

    private UnfoldException Stuck(object key, CatalogEntry entry, ConstructionTimeoutException late) =>
        _stuck[key] = new PluginException(entry.Plugin.Name, PluginProblems.DoesNotReturn(Name(entry), limit), late);

    private static string Name(CatalogEntry entry) => $"{entry.Component.Kind} '{entry.Component.Id}'";
}
