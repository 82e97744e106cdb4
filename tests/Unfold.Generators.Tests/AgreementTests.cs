using Unfold.Engine.Identity;
using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Generators.Tests;

public sealed class AgreementTests
{
    private static readonly PluginHost Host = Built.OpenHost();

    public static TheoryData<string> CommittedExperiments() => [.. Host.Experiments.Declared.Select(e => e.Name)];

    [Fact]
    public void The_compiler_and_the_host_see_the_same_components()
    {
        var compiler = SymbolSchemaReader.Read([.. GeneratorRun.References], CancellationToken.None);
        var host = Host.Catalog.Schemas.OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        Assert.True(host.Count > 15);
        Assert.Equal(host.Select(c => (c.Kind, c.Id)), compiler.Components.Select(c => (c.Kind, c.Id)));
        foreach (var (mine, theirs) in compiler.Components.Zip(host))
        {
            Assert.Equal(theirs.Options, mine.Options);
            Assert.Equal(theirs, mine);
        }

        Assert.Equal(ContractsReader.ReadOptions("Unfold.TrainingOptions"), compiler.Training);
    }

    [Theory]
    [MemberData(nameof(CommittedExperiments))]
    public void Compiled_read_from_its_file_and_restated_by_overrides_an_experiment_is_the_same_runs(string name)
    {
        var compiled = Host.Experiments.Activate(name);
        var read = Host.Read(SpecSource.OfFile(Path.Combine(Built.Repository, compiled.Source), name)).Experiment;
        var embedded = Host.Read(Host.SourceOf(name)).Experiment;
        // Where a variant has a batch size of its own, restating the first one's would change it.
        var batches = compiled.Cells.Select(c => c.Create().Training.BatchSize).Distinct().ToList();
        string[] restated = [$"seed={string.Join(',', compiled.Cells[0].Seeds)}", .. batches.Take(batches.Count == 1 ? 1 : 0).Select(b => $"training.batchSize={b}")];
        var overridden = Host.Read(Host.SourceOf(name), OverrideReader.Read(restated)).Experiment;
        Assert.Equal(read.Expect, compiled.Expect);
        foreach (var other in new[] { read, embedded, overridden })
        {
            Assert.Equal(compiled.Cells.Select(c => (c.Variant, c.Name)), other.Cells.Select(c => (c.Variant, c.Name)));
            Assert.Equal(compiled.Cells.Select(c => c.Seeds), other.Cells.Select(c => c.Seeds));
            foreach (var (mine, theirs) in compiled.Cells.Zip(other.Cells))
                Assert.Equal(RunIdentity.Of(theirs.Create()), RunIdentity.Of(mine.Create()));
        }
    }
}
