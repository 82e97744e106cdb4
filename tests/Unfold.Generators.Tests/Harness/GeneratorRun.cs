using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unfold.Generators.Tests;

/// <summary>The generator in a compilation that refers to all shipped plugins.</summary>
internal sealed class GeneratorRun
{
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Built.PluginAssemblies())
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Compilation _compilation;

    private GeneratorRun(GeneratorDriver driver, Compilation compilation, IReadOnlyList<AdditionalText> files)
    {
        _compilation = compilation;
        Files = files;
        Driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        (Output, Diagnostics) = (output, diagnostics);
    }

    public static Compilation Empty { get; } =
        CSharpCompilation.Create("Experiments", references: References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public IReadOnlyList<AdditionalText> Files { get; }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public IReadOnlyDictionary<string, string> Sources => Driver.GetRunResult().Results.Single().GeneratedSources.Where(s => s.HintName != "Experiments.g.cs").ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    public static GeneratorRun Of(params (string Path, string Text)[] files) => Of([], files);

    /// <summary>The generator beside further plugins.</summary>
    public static GeneratorRun Of(IEnumerable<string> plugins, params (string Path, string Text)[] files)
    {
        var texts = files.Select(f => new InMemoryFile(f.Path, f.Text)).ToList();
        var driver = CSharpGeneratorDriver.Create(
            [new ExperimentGenerator().AsSourceGenerator()],
            texts,
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            optionsProvider: new ExperimentMetadata(),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, Empty.AddReferences(plugins.Select(path => MetadataReference.CreateFromFile(path))), texts);
    }

    /// <summary>The next build, after changes.</summary>
    public GeneratorRun Again(Func<GeneratorDriver, GeneratorDriver> change) => new(change(Driver), _compilation, Files);

    /// <summary>Why each output of a step was made in this build.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];
}
