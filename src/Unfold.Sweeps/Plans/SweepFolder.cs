using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>A sweep's folder. Results lie in the output folder, as those of every run; here is what the sweep is, and what its processes said.</summary>
public sealed class SweepFolder
{
    private SweepFolder(string path, SweepPlan plan) => (Path, Plan, Out) = (path, plan, System.IO.Path.GetFullPath(System.IO.Path.Combine(path, plan.Out)));

    /// <summary>The folder, in full.</summary>
    public string Path { get; }

    /// <summary>The sweep's name, which is its folder's.</summary>
    public string Id => System.IO.Path.GetFileName(Path);

    /// <summary>What it is.</summary>
    public SweepPlan Plan { get; }

    /// <summary>The output folder of its runs, in full.</summary>
    public string Out { get; }

    /// <summary>The folder as it would be, of which nothing is written.</summary>
    /// <param name="root">The folder of sweeps.</param>
    /// <param name="outFolder">The output folder of its runs.</param>
    /// <param name="plan">The sweep; its <see cref="SweepPlan.Out"/> is set.</param>
    public static SweepFolder Of(string root, string outFolder, SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, plan.Id()));
        return new SweepFolder(folder, plan with { Out = System.IO.Path.GetRelativePath(folder, System.IO.Path.GetFullPath(outFolder)).Replace('\\', '/') });
    }

    /// <summary>Makes the folder, in one step; the one that is there stays, with what it is.</summary>
    /// <param name="root">The folder of sweeps.</param>
    /// <param name="outFolder">The output folder of its runs.</param>
    /// <param name="plan">The sweep; its <see cref="SweepPlan.Out"/> is set.</param>
    /// <param name="specs">The resolved specs, a line each.</param>
    /// <exception cref="ResultsException">UFR001 or UFR002: it cannot be written.</exception>
    /// <exception cref="SweepException">UFS002: the one that is there cannot be read; UFS005: its results are in another output folder.</exception>
    public static SweepFolder Create(string root, string outFolder, SweepPlan plan, IReadOnlyList<string> specs)
    {
        var planned = Of(root, outFolder, plan);
        AtomicFolder.Create(planned.Path, temporary =>
        {
            AtomicFile.Write(System.IO.Path.Combine(temporary, SweepFiles.Specs), string.Concat(specs.Select(s => s + "\n")));
            AtomicFile.Write(System.IO.Path.Combine(temporary, SweepFiles.Plan), ResultsJson.Indented(planned.Plan));
        });
        var there = Read(planned.Path);
        return there.Out == System.IO.Path.GetFullPath(outFolder)
            ? there
            : throw new SweepException("UFS005", $"the sweep {there.Path} has its results in {there.Out}, not in {System.IO.Path.GetFullPath(outFolder)}", "use the same --out, or another folder of sweeps (--sweeps)");
    }

    /// <summary>Opens a sweep by its folder, its name, or its experiment's name where there is one sweep of it.</summary>
    /// <param name="root">The folder of sweeps.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="SweepException">UFS001: there is none, or several; UFS002: it cannot be read.</exception>
    public static SweepFolder Open(string root, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (new[] { name, System.IO.Path.Combine(root, name) }.FirstOrDefault(IsSweep) is { } folder)
            return Read(folder);
        var known = Directory.Exists(root) ? Directory.EnumerateDirectories(root).Where(IsSweep).Order(StringComparer.Ordinal).ToList() : [];
        var experiment = ExperimentName.Of(name);
        var found = known.Select(Read).Where(s => s.Plan.Experiment == experiment).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new SweepException("UFS001", $"there is no sweep '{name}' in {System.IO.Path.GetFullPath(root)}", known.Count == 0 ? "begin one: unfold sweep run <experiment>" : $"there are {Names(known)}"),
            _ => throw new SweepException("UFS001", $"'{name}' has {found.Count} sweeps in {System.IO.Path.GetFullPath(root)}", $"name one of {Names(found.Select(f => f.Path))}"),
        };
    }

    /// <summary>The cell of an index.</summary>
    /// <exception cref="SweepException">UFS003: there is none.</exception>
    public SweepCell Cell(int index) => index >= 0 && index < Plan.Cells.Count
        ? Plan.Cells[index]
        : throw new SweepException("UFS003", $"the sweep {Id} has no cell {index.ToString(CultureInfo.InvariantCulture)}", $"its cells are 0 to {(Plan.Cells.Count - 1).ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The resolved spec of a cell, seed aside, as JSON.</summary>
    /// <exception cref="SweepException">UFS002: it is not there.</exception>
    public string SpecOf(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var file = System.IO.Path.Combine(Path, SweepFiles.Specs);
        return Reading(file, () => File.ReadLines(file).ElementAtOrDefault(cell.Spec) ?? throw new IOException($"it has no line {(cell.Spec + 1).ToString(CultureInfo.InvariantCulture)}"));
    }

    /// <summary>Where the process of a cell writes what it has to say, when it is not under a scheduler.</summary>
    public string LogOf(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return System.IO.Path.Combine(Path, SweepFiles.Logs, $"{cell.Index.ToString(CultureInfo.InvariantCulture)}.log");
    }

    /// <summary>Whether a folder is that of a sweep.</summary>
    public static bool IsSweep(string folder) => File.Exists(System.IO.Path.Combine(folder, SweepFiles.Plan));

    private static SweepFolder Read(string folder)
    {
        var file = System.IO.Path.Combine(folder, SweepFiles.Plan);
        var plan = Reading(file, () => ResultsJson.Read<SweepPlan>(File.ReadAllText(file), file));
        return plan.Cells.Index().All(c => c.Item.Index == c.Index)
            ? new SweepFolder(System.IO.Path.GetFullPath(System.IO.Path.TrimEndingDirectorySeparator(folder)), plan)
            : throw new SweepException("UFS002", $"{file} cannot be read: its cells are not numbered from 0 on", "delete the folder and begin the sweep again: what is trained stays");
    }

    private static T Reading<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or ResultsException)
        {
            throw new SweepException("UFS002", damaged is ResultsException ? damaged.Message : $"{file} cannot be read: {damaged.Message}", "delete the folder and begin the sweep again: what is trained stays", damaged);
        }
    }

    private static string Names(IEnumerable<string> folders) => string.Join(", ", folders.Select(System.IO.Path.GetFileName));
}
