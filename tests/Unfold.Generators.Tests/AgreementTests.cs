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
        var compiler = SymbolSchemaReader.Read(GeneratorRun.Empty, CancellationToken.None);
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
    public void Compiled_and_read_from_its_file_a_variant_is_the_same_run(string name)
    {
        var compiled = Host.Experiments.Activate(name);
        var read = Host.ReadFile(Path.Combine(Built.Repository, compiled.Source), name);
        Assert.Equal(read.Variants.Select(v => v.Name), compiled.Variants.Select(v => v.Name));
        Assert.Equal(read.Expect, compiled.Expect);
        foreach (var (mine, theirs) in compiled.Variants.Zip(read.Variants))
            Assert.Equal(RunIdentity.Of(theirs.Create()), RunIdentity.Of(mine.Create()));
    }
}
