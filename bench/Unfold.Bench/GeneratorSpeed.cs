using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Unfold.Generators;

namespace Unfold.Bench;

/// <summary>How long the generator takes: a thousand experiments from nothing, then after one edit.</summary>
internal static class GeneratorSpeed
{
    private const int Experiments = 1000;
    private const int ColdRuns = 5;
    private const int Edits = 100;
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    public static int Run()
    {
        var spec = File.ReadAllText(Path.Combine(BuiltFolders.Repository(), "experiments", "quickstart.json"));
        var files = Enumerable.Range(0, Experiments).Select(i => new SpecText($"experiments/set-{i % 20}/experiment-{i}.json", Numbered(spec, i))).ToList();
        var compilation = CSharpCompilation.Create("Experiments", references: BuiltFolders.References(), options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Console.WriteLine(FormattableString.Invariant($"{Experiments} experiments of {spec.Length} characters and 6 variants; times in ms"));

        var (driver, first) = Timed(Driver(files), compilation);
        Check(driver, Experiments);
        Console.WriteLine(FormattableString.Invariant($"cold, the first in this process   {first,8:f0}"));
        Report("cold, the compiler warm", Enumerable.Range(0, ColdRuns).Select(_ => Timed(Driver(files), compilation).Milliseconds));

        Report("one value edited", Edited(driver, files, compilation, (text, i) => Numbered(text, Experiments + i)));
        Report("white space edited", Edited(driver, files, compilation, (text, _) => text + "\n"));
        Report("a C# file edited", Enumerable.Range(0, Edits).Select(i => Timed(driver, compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"class C{i};", Parsing))).Milliseconds));
        return 0;
    }

    // Each edit is that of another file, in the state that the one before left.
    private static IEnumerable<double> Edited(GeneratorDriver driver, List<SpecText> files, Compilation compilation, Func<string, int, string> change)
    {
        for (var i = 0; i < Edits; i++)
        {
            var file = files[i * 7];
            driver = driver.ReplaceAdditionalText(file, new SpecText(file.Path, change(file.Text, i)));
            (driver, var time) = Timed(driver, compilation);
            yield return time;
        }
    }

    private static CSharpGeneratorDriver Driver(IEnumerable<AdditionalText> files) =>
        CSharpGeneratorDriver.Create([new ExperimentGenerator().AsSourceGenerator()], files, Parsing, new SpecText.Metadata());

    private static (GeneratorDriver Driver, double Milliseconds) Timed(GeneratorDriver driver, Compilation compilation)
    {
        var clock = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        return (driver, clock.Elapsed.TotalMilliseconds);
    }

    private static void Check(GeneratorDriver driver, int experiments)
    {
        var result = driver.GetRunResult();
        if (result.Diagnostics.Length > 0 || result.GeneratedTrees.Length != experiments + 1)
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} sources; {string.Join("\n", result.Diagnostics.Take(3))}");
    }

    private static void Report(string what, IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"{what,-33} {sorted[sorted.Count / 2],8:f1} median of {sorted.Count}; {sorted[0]:f1} to {sorted[^1]:f1}"));
    }

    private static string Numbered(string spec, int number) => System.Text.RegularExpressions.Regex.Replace(spec, "\"seed\": [0-9]+", $"\"seed\": {number}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
