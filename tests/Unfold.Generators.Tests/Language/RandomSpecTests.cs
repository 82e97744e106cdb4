using Unfold.Engine.Identity;
using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Generators.Tests;

/// <summary>Some hundreds of made-up experiments: compiled, read from their file and said by overrides they have the same canonical bytes.</summary>
public sealed class RandomSpecTests
{
    private const int Count = 400;
    private static readonly PluginHost Host = Built.OpenHost();

    private static readonly List<RandomSpec> Specs = Make();

    [Fact]
    public void However_it_is_said_an_experiment_is_the_same_runs()
    {
        var files = Specs.Select((s, i) => (Path(i), s.Text)).ToDictionary(StringComparer.Ordinal);
        using var batch = new CompiledBatch(files);
        Assert.Empty(batch.Crashes.Concat(batch.CompilerErrors));
        var accepted = 0;
        for (var i = 0; i < Count; i++)
        {
            var read = Runs(() => Read(i, Specs[i].Text, []));
            Assert.Equal(read, Runs(() => batch.Activate(Path(i), $"random-{i}")));
            var overridden = Runs(() => Read(i, Specs[i].Base, Specs[i].Overrides));
            Assert.True(read == overridden, $"{Specs[i].Text}\n{read}\nis not\n{Specs[i].Base}\n{string.Join("\n", Specs[i].Overrides)}\n{overridden}");
            accepted += read.StartsWith("UFX", StringComparison.Ordinal) ? 0 : 1;
        }

        // What records refuse by rules of their own, about options that exclude each other, is refused on every path.
        Assert.InRange(accepted, Count * 2 / 5, Count);
    }

    [Fact]
    public void Every_component_and_option_comes_up()
    {
        var said = string.Join("\n", Specs.Select(s => s.Text));
        Assert.All(Host.Catalog.Schemas, c => Assert.Contains($"\"use\": \"{c.Id}\"", said, StringComparison.Ordinal));
        Assert.All(Host.Catalog.Schemas.SelectMany(c => c.Options).Where(o => o.Type.Kind != OptionKind.String), o => Assert.Contains($"\"{o.Name}\": ", said, StringComparison.Ordinal));
    }

    private static List<RandomSpec> Make()
    {
        var specs = new RandomSpecs(20261124, [.. Host.Catalog.Schemas], [.. ContractsReader.ReadOptions("Unfold.TrainingOptions")]);
        return [.. Enumerable.Range(0, Count).Select(_ => specs.Next())];
    }

    private static string Path(int i) => $"experiments/random-{i}.json";

    private static Experiment Read(int i, string text, IReadOnlyList<string> overrides) =>
        Host.Read(new SpecSource(Path(i), $"random-{i}", path => path == Path(i) ? text : null), OverrideReader.Read(overrides)).Experiment;

    // Names of cells say what an override changed, so they are not compared; all that is trained is.
    private static string Runs(Func<Experiment> open)
    {
        try
        {
            return string.Join("\n", open().Cells.Select(c => $"{string.Join(",", c.Seeds)} {Identity(c.Create())}"));
        }
        catch (SpecException wrong)
        {
            return string.Join(" ", wrong.Diagnostics.Select(d => d.Code).Distinct());
        }
        catch (UnfoldException wrong)
        {
            return wrong.Code;
        }
    }

    private static string Identity(TrainingSpec spec)
    {
        SpecValidation.Check(spec);
        var identity = RunIdentity.Of(spec);
        return $"{identity.Sha256} {identity.Json}";
    }
}
