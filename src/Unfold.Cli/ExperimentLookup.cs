using Unfold.Engine.Teachers;
using Unfold.Hosting;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli;

/// <summary>An experiment by its name, or from a JSON file that was not compiled.</summary>
internal static class ExperimentLookup
{
    /// <summary>Opens it: what was compiled, unless overrides or the file's own text are asked for.</summary>
    /// <exception cref="SpecException">The file or an override has mistakes.</exception>
    /// <exception cref="UnfoldException">UFX016: there is none; UFX017: it has no such variant.</exception>
    public static Experiment Open(PluginHost host, string nameOrFile, IReadOnlyCollection<string>? variants = null, IReadOnlyCollection<string>? overrides = null)
    {
        return ExperimentName.IsFile(nameOrFile) || overrides is { Count: > 0 }
            ? Read(host, nameOrFile, variants, overrides).Experiment
            : host.Experiments.Activate(nameOrFile);
    }

    /// <summary>Opens it with the variants or cells that the wanted ones learn from.</summary>
    /// <exception cref="SpecException">The file or an override has mistakes.</exception>
    /// <exception cref="UnfoldException">UFX016: there is none; UFX017: it has no such variant.</exception>
    public static Experiment OpenWithTeachers(PluginHost host, string nameOrFile, IReadOnlyCollection<string> variants, IReadOnlyCollection<string>? overrides = null) =>
        WithTeachers(variants, wanted => Open(host, nameOrFile, wanted, overrides), experiment => experiment);

    /// <summary>Reads its JSON with the variants or cells that the wanted ones learn from.</summary>
    /// <exception cref="SpecException">The file or an override has mistakes.</exception>
    /// <exception cref="UnfoldException">UFX016: there is none; UFX017: it has no such variant.</exception>
    public static ReadSpec ReadWithTeachers(PluginHost host, string nameOrFile, IReadOnlyCollection<string> variants, IReadOnlyCollection<string>? overrides = null) =>
        WithTeachers(variants, wanted => Read(host, nameOrFile, wanted, overrides), read => read.Experiment);

    /// <summary>Reads its JSON, that of a compiled experiment too.</summary>
    /// <exception cref="SpecException">The file or an override has mistakes.</exception>
    /// <exception cref="UnfoldException">UFX016: there is none; UFX017: it has no such variant.</exception>
    public static ReadSpec Read(PluginHost host, string nameOrFile, IReadOnlyCollection<string>? variants = null, IReadOnlyCollection<string>? overrides = null)
    {
        var wanted = variants is { Count: > 0 } ? variants : null;
        var read = host.Read(Source(host, nameOrFile), OverrideReader.Read(overrides ?? []), wanted);
        return read.Document.Variants.Count > 0
            ? read
            // None of the names is there: what is, only the whole file tells.
            : throw CellSelection.Unknown(host.Read(Source(host, nameOrFile)).Experiment, wanted!.First());
    }

    private static T WithTeachers<T>(IReadOnlyCollection<string> variants, Func<IReadOnlyCollection<string>, T> open, Func<T, Experiment> experimentOf)
    {
        var wanted = variants.ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var opened = open(wanted);
            // What is still missing after it was asked for is nowhere: the order of training says so.
            if (wanted.Count == 0 || TeacherOrder.Missing(experimentOf(opened).Cells).All(name => !wanted.Add(name)))
                return opened;
        }
    }

    private static SpecSource Source(PluginHost host, string nameOrFile)
    {
        if (!ExperimentName.IsFile(nameOrFile))
            return host.SourceOf(nameOrFile);
        return File.Exists(nameOrFile)
            ? SpecSource.OfFile(Path.GetFullPath(nameOrFile), ExperimentName.Of(nameOrFile))
            : throw new UnfoldException("UFX016", $"there is no file {nameOrFile}", "check the path");
    }
}
