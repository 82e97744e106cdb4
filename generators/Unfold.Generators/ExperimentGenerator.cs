using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Unfold.Specs;

namespace Unfold.Generators;

/// <summary>Turns every experiment's JSON into a class that builds its runs; every mistake becomes an error at its place in the file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var components = context.CompilationProvider
            .Select(SymbolSchemaReader.Read)
            .WithTrackingName(StepNames.Components);
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellation) => ExperimentFile.Read(pair.Left, pair.Right.GetOptions(pair.Left), cancellation))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(StepNames.Files);
        var experiments = files
            .Combine(components)
            .Select((pair, _) => ReadExperiment.From(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Experiments);
        context.RegisterSourceOutput(experiments, Emit);
        context.RegisterSourceOutput(files.Select((file, _) => (file.Path, file.Name)).Collect(), NameClashes.Report);
    }

    private static void Emit(SourceProductionContext context, ReadExperiment experiment)
    {
        foreach (var mistake in experiment.Diagnostics)
            context.ReportDiagnostic(SpecRules.Diagnostic(mistake));
        if (experiment.Document is { } document)
            context.AddSource($"{document.Name.Replace('/', '.')}.g.cs", SourceText.From(ExperimentWriter.Write(document, experiment), Encoding.UTF8));
    }
}
