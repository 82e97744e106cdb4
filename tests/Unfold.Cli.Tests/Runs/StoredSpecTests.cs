using Unfold.Engine.Identity;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;

namespace Unfold.Cli.Tests;

/// <summary>A run's spec.json, read again, is the run: nothing is lost between typed records, canonical JSON and the reader of specs.</summary>
public sealed class StoredSpecTests
{
    private static readonly PluginHost Host = PluginHost.Open(PluginSearch.OfThisProgram(typeof(Adam).Assembly) with { HostFolder = UnfoldProgram.Folder });

    public static TheoryData<string> Experiments => [.. Host.Experiments.Declared.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Experiments))]
    public void The_spec_of_a_run_has_the_identity_of_the_run(string experiment)
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.All(Host.Experiments.Activate(experiment).Cells, cell =>
            {
                var identity = RunIdentity.Of(cell.CreateRun(cell.Seeds[^1]));
                File.WriteAllText(file, identity.Json);
                Assert.Equal(identity, RunIdentity.Of(Host.ReadRun(file)));
            });
        }
        finally
        {
            File.Delete(file);
        }
    }
}
