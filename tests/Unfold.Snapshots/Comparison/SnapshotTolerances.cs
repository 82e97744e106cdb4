using VerifyTests;

namespace Unfold.Snapshots;

/// <summary>How far numbers of a JSON snapshot may be away: |received − verified| ≤ abs + rel · |verified|.</summary>
/// <param name="absolute">For every number.</param>
/// <param name="relative">For every number.</param>
public sealed class SnapshotTolerances(double absolute, double relative)
{
    private const string Key = "Unfold.SnapshotTolerances";
    private readonly Dictionary<string, (double Absolute, double Relative)> _paths = new(StringComparer.Ordinal);

    /// <summary>Another tolerance for one place.</summary>
    /// <param name="path">Names and indices joined by slashes, such as <c>runs/0/test.mse</c>, or the last of them.</param>
    /// <param name="absolute">abs.</param>
    /// <param name="relative">rel.</param>
    public SnapshotTolerances At(string path, double absolute, double relative)
    {
        _paths[path] = (absolute, relative);
        return this;
    }

    /// <summary>Settings for a call of Verify.</summary>
    public VerifySettings ToSettings()
    {
        var settings = new VerifySettings();
        settings.Context[Key] = this;
        return settings;
    }

    /// <summary>The tolerances of a call of Verify, or null.</summary>
    public static SnapshotTolerances? Of(IReadOnlyDictionary<string, object> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TryGetValue(Key, out var tolerances) ? (SnapshotTolerances)tolerances : null;
    }

    /// <summary>The allowed difference of a number.</summary>
    public double Allowed(string path, double verified)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!_paths.TryGetValue(path, out var bound) && !_paths.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out bound))
            bound = (absolute, relative);
        return bound.Absolute + (bound.Relative * Math.Abs(verified));
    }
}
