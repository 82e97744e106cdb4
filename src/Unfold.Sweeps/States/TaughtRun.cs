using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>The run of a cell whose folder was not known when the sweep was expanded: its name has a hash of its teacher's parameters.</summary>
internal static class TaughtRun
{
    /// <summary>Its folder, relative to the output folder, or null where it was not begun.</summary>
    public static string? FolderOf(SweepFolder sweep, SweepCell cell)
    {
        var ofCell = Path.Combine(sweep.Plan.Experiment, cell.Name);
        var folder = Path.Combine(sweep.Out, ofCell);
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, $"{cell.Seed.ToString(CultureInfo.InvariantCulture)}-*")
                .Where(f => SpecOf(f) == cell.SpecSha256)
                .OrderByDescending(File.GetLastWriteTimeUtc)
                .Select(f => Path.Combine(ofCell, Path.GetFileName(f)).Replace('\\', '/'))
                .FirstOrDefault()
            : null;
    }

    private static string? SpecOf(string folder)
    {
        try
        {
            return RunState.Read(folder)?.Run?.SpecSha256;
        }
        catch (ResultsException)
        {
            // Of a folder that cannot be read it is not known whose it is.
            return null;
        }
    }
}
