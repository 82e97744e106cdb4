using Newtonsoft.Json.Linq;
using Unfold.Cli.Tests;

namespace Unfold.Conformance.Tests;

/// <summary><c>unfold plugins check</c> on a plugin that breaks its contracts, as its author would run it.</summary>
public sealed class UnsoundPluginTests
{
    private static readonly string[] Expected =
    [
        "architecture unsound-network: option ranges",
        "architecture unsound-network: leaks",
        "architecture unsound-network: storage",
        "architecture unsound-network: continuation centre",
        "architecture unsound-network: continuation smoothing",
        "loss unsound-loss: scalar, without the truth",
        "loss unsound-options: options",
        "loss unsound-options: builds",
        "measurement unsound-measurement: adjointness",
        "measurement unsound-measurement: operator norm",
    ];

    [Fact]
    public void What_fails_is_told_with_its_reason_and_exit_code_four()
    {
        var (exitCode, output, error) = Run(Built.Unsound);
        Assert.True(exitCode == 4, output + error);
        foreach (var line in Expected.Select(e => e.Split(": ")))
        {
            Assert.Contains($"FAILED   {line[0]} (defaults): ", output, StringComparison.Ordinal);
            Assert.Contains($"FAILED   {line[1]}: ", output, StringComparison.Ordinal);
        }

        Assert.Contains("tensors left behind", output, StringComparison.Ordinal);
        Assert.Contains("threw InvalidOperationException: A self-supervised loss has no truth", output, StringComparison.Ordinal);
        Assert.Matches(@"FAILED   experiment wrong\.json: \S+wrong\.json\(4,\d+\): error UFX004: ", output);
        Assert.Contains("FAILED   builds: UFX006: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
        Assert.Contains("  ok       loss right-ranges (defaults): ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_fault_is_told_twice_and_with_its_trace_where_that_is_asked_for()
    {
        var (_, output, _) = Run(Built.Unsound, "--verbose");
        var told = output.Split('\n').SkipWhile(l => !l.Contains("loss unsound-loss", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith("           ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count(l => l.Contains("(in Unsound.UnsoundLoss.Evaluate, UnsoundLoss.cs:12)", StringComparison.Ordinal)));
        Assert.True(told.Count(l => l.TrimEnd().EndsWith("threw InvalidOperationException, as above", StringComparison.Ordinal)) > 2, output);
        Assert.Single(told, l => l.Contains("at Unsound.UnsoundLoss.Evaluate(", StringComparison.Ordinal));
    }

    [Fact]
    public void What_refuses_everything_is_skipped_with_its_reason_and_counted()
    {
        var (_, output, _) = Run(Built.Unsound);
        Assert.Matches(@"  skipped  loss refusing-loss \(defaults\): .*; refused: UFT999: not on a day like this", output);
        Assert.Contains(", 1 was not tried: it refuses what is offered; ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_offers_nothing_is_told_with_the_classes_that_it_may_have_meant()
    {
        var (exitCode, output, _) = Run(Built.Unsound.Replace("Unsound", "Unmarked", StringComparison.Ordinal));
        Assert.Equal(4, exitCode);
        Assert.Contains("FAILED   UFP008: it offers no component: Unmarked.ForgottenLoss implements a contract and does not carry [Component]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disabled_plugin_is_left_out_of_all_and_told_where_it_is_named()
    {
        var (exitCode, output, _) = Run(("UNFOLD_PLUGINS_DISABLED", "Unfold.Losses"), "Unfold.Losses");
        Assert.Equal(4, exitCode);
        Assert.Contains("FAILED   UFP010: it is disabled by UNFOLD_PLUGINS_DISABLED", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_of_a_plugin_that_is_not_there_does_not_end_the_check()
    {
        var (exitCode, output, error) = Run(("UNFOLD_PLUGINS_DISABLED", "Unfold.Losses"), "Unfold.Measurements", "--json");
        Assert.True(exitCode == 0, output + error);
        Assert.True((bool)JObject.Parse(output)["isSound"]!);
    }

    [Fact]
    public void As_json_it_is_one_document_with_every_check()
    {
        var (exitCode, output, _) = Run(Built.Unsound, "--json");
        Assert.Equal(4, exitCode);
        var document = JObject.Parse(output);
        Assert.False((bool)document["isSound"]!);
        var plugin = Assert.Single(document["plugins"]!);
        Assert.Equal("Unsound", (string)plugin["name"]!);
        Assert.Contains(plugin["experiments"]!, e => (string)e["outcome"]! == "failed");
        var failed =
            from component in plugin["components"]!
            from check in component["checks"]!
            where (string)check["outcome"]! == "failed" && (string)component["options"]! == "defaults"
            select $"{component["kind"]} {component["id"]}: {check["check"]}";
        Assert.Superset(Expected.ToHashSet(StringComparer.Ordinal), failed.ToHashSet(StringComparer.Ordinal));
        // Options of the plugin's own experiment are tried, too.
        Assert.Contains(plugin["components"]!, c => ((string)c["options"]!).StartsWith("right: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plugin_that_is_installed_is_checked_by_its_name()
    {
        var (exitCode, output, error) = Run("Unfold.Losses");
        Assert.True(exitCode == 0, output + error);
        Assert.Contains("  ok       loss mse (defaults): ", output, StringComparison.Ordinal);
        Assert.Contains(", none fails; ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_none_is_an_error_with_the_nearest()
    {
        var (exitCode, _, error) = Run("Unfold.Loses");
        Assert.Equal(4, exitCode);
        Assert.Contains("error UFP018: there is no plugin and no folder 'Unfold.Loses'; did you mean 'Unfold.Losses'?", error, StringComparison.Ordinal);
    }

    private static ProgramResult Run(params string[] arguments) => Run(("UNFOLD_PLUGINS_DISABLED", ""), arguments);

    private static ProgramResult Run((string Name, string Value) variable, params string[] arguments) =>
        UnfoldProgram.Run(Directory.GetCurrentDirectory(), new Dictionary<string, string>(StringComparer.Ordinal) { [variable.Name] = variable.Value }, ["plugins", "check", .. arguments]);
}
