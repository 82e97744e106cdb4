using System.Diagnostics;
using System.Globalization;
using Unfold.Hosting;

namespace Unfold.Generators.Tests;

/// <summary>
/// Mutants of right specs through both paths: nothing crashes, nothing hangs, and both say the same. In full:
/// <c>UNFOLD_FUZZ=20000 dotnet test -c Release tests/Unfold.Generators.Tests --filter FuzzTests</c>.
/// </summary>
public sealed class FuzzTests
{
    private const int Short = 300;
    private const int BatchSize = 100;

    // No measure of speed: a busy machine takes twenty seconds for what an idle one does in four.
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(5);

    private static readonly int Mutants = int.TryParse(Environment.GetEnvironmentVariable("UNFOLD_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : Short;

    private static readonly PluginHost Host = Built.OpenHost();

    private static readonly string LanguageFolder = Path.Combine(Built.Repository, "tests", "Unfold.Generators.Tests", "Language");

    [Fact]
    public void Both_paths_say_the_same_of_every_mutant()
    {
        var originals = Originals();
        var mutator = new Mutator(20261124);
        var (accepted, wrong) = (0, new List<string>());
        for (var done = 0; done < Mutants; done += BatchSize)
        {
            var files = Enumerable.Range(done, Math.Min(BatchSize, Mutants - done))
                .ToDictionary(i => $"experiments/mutant-{i}.json", i => mutator.Mutate(originals[i % originals.Count]), StringComparer.Ordinal);
            accepted += Compare(files, wrong);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Mutants}:\n{string.Join("\n", wrong.Take(10))}");
        // A fuzzer that only makes nonsense, or none, tests nothing.
        Assert.InRange(accepted, Mutants / 20, Mutants * 9 / 10);
    }

    [Fact]
    public void The_originals_are_right()
    {
        var wrong = new List<string>();
        var originals = Originals().Select((text, i) => ($"experiments/original-{i}.json", text)).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(originals.Count, Compare(originals, wrong));
        Assert.Empty(wrong);
    }

    private static int Compare(Dictionary<string, string> files, List<string> wrong)
    {
        var accepted = 0;
        var generating = Stopwatch.StartNew();
        using var batch = new CompiledBatch(new Dictionary<string, string>(files, StringComparer.Ordinal) { ["experiments/parts/base.json"] = Base() });
        if (generating.Elapsed > Hung)
            wrong.Add($"the build of {files.Keys.First()} and those after it took {generating.Elapsed}");
        wrong.AddRange(batch.Crashes.Concat(batch.CompilerErrors));
        foreach (var (path, text) in files)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var watch = Stopwatch.StartNew();
            var read = Verdict.Of(() => Host.Read(new SpecSource(path, name, p => p == path ? text : p == "experiments/parts/base.json" ? Base() : null)).Experiment);
            var compiled = batch.VerdictOf(path, name);
            if (watch.Elapsed > Hung)
                wrong.Add($"{path} took {watch.Elapsed}");
            if (read != compiled)
                wrong.Add($"{path}: read {Start(read)}, compiled {Start(compiled)}\n{Start(text)}");
            accepted += read.StartsWith("accepted", StringComparison.Ordinal) ? 1 : 0;
        }

        return accepted;
    }

    private static string Start(string text) => text.Length > 1500 ? text[..1500] + "…" : text;

    private static string Base() => File.ReadAllText(Path.Combine(LanguageFolder, "Corpus", "parts", "base.json"));

    private static List<string> Originals() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Built.Repository, "experiments"), "*.json", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal) && !f.EndsWith(".schema.json", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Where(f => !f.Contains("/results/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            // A mutant lies in a folder of its own: what it extends would not be there.
            .Where(text => !text.Contains("\"extends\"", StringComparison.Ordinal) && !text.Contains("\"abstract\"", StringComparison.Ordinal)),
        .. Directory.EnumerateFiles(Path.Combine(LanguageFolder, "Right"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];
}
