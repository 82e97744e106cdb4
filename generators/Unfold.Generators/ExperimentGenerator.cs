using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>
/// Turns every experiment's JSON into a class that builds its runs; every mistake becomes an error at its place in the file.
/// A file is parsed into values and positions; all later steps see the values alone, so that white space and comments do nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(output => output.AddSource("Experiments.g.cs", ExperimentWriter.Root));
        var files = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider);
        var disabled = files
            .Select((pair, _) => DisabledMark.PluginOf(pair.Right.GetOptions(pair.Left)))
            .Where(plugin => plugin.Length > 0)
            .Collect();
        var known = context.MetadataReferencesProvider
            .Collect()
            .Select(SymbolSchemaReader.Read)
            .WithTrackingName(StepNames.Components)
            .Combine(disabled)
            .Select((pair, _) => new KnownComponents(pair.Left.Without(pair.Right)));
        var parsed = files
            .Select((pair, cancellation) => ParsedFile.Read(pair.Left, pair.Right.GetOptions(pair.Left), cancellation))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(StepNames.Parsed);
        var trees = parsed.Select((file, _) => file.File).WithTrackingName(StepNames.Trees);
        var experiments = Resolve(trees)
            .Combine(known)
            .Select((pair, _) => CheckedFile.From(pair.Left.File, pair.Left.Resolved, pair.Right))
            .WithTrackingName(StepNames.Checked);
        var right = experiments.Where(checkedFile => checkedFile.Experiment.Document is not null);
        var clashes = right
            .Select((checkedFile, _) => (checkedFile.Experiment.Document!.File, checkedFile.Experiment.Document.Name))
            .Collect()
            .Select((names, _) => NameClashes.Of(names));
        var sources = right
            .Combine(clashes)
            .Where(pair => !pair.Right.Has(pair.Left.Experiment.Document!.File))
            .Select((pair, _) => GeneratedSource.Of(pair.Left))
            .WithTrackingName(StepNames.Sources);

        context.RegisterSourceOutput(sources, (output, source) => output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8)));
        context.RegisterSourceOutput(parsed.Where(file => file.Diagnostics.Count > 0), MistakeReport.OfTexts);
        var mistakes = experiments.Where(e => e.Experiment.Mistakes.Count > 0).Select((e, _) => e.Experiment.Mistakes).Collect();
        context.RegisterSourceOutput(mistakes.Combine(parsed.Select((file, _) => file.Positions).Collect()), MistakeReport.OfValues);
        context.RegisterSourceOutput(clashes, NameClashes.Report);
    }

    // An edit of a file that nobody extends touches that file alone: the others see only the files that are extended.
    private static IncrementalValuesProvider<(SpecFile File, ResolvedSpec Resolved)> Resolve(IncrementalValuesProvider<SpecFile> trees)
    {
        var targets = trees
            .Select((file, _) => file.Target)
            .Where(target => target is not null)
            .Collect()
            .Select((all, _) => new EquatableArray<string>([.. all.OfType<string>().Distinct()]));
        var bases = trees
            .Combine(targets)
            .Where(pair => pair.Right.Contains(SpecFiles.Normal(pair.Left.Path)))
            .Select((pair, _) => pair.Left)
            .Collect()
            .Select((all, _) => new EquatableArray<SpecFile>([.. all]));
        return trees
            .Combine(bases)
            .Select((pair, _) => (pair.Left, pair.Left.Resolve(pair.Right)))
            .WithTrackingName(StepNames.Resolved);
    }
}
