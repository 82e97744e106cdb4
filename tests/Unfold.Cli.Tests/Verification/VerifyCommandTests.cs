using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary>The command as a user runs it, on an experiment of seconds.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Results_are_accepted_verified_and_found_to_differ_when_a_number_is_edited()
    {
        var first = _place.Unfold("verify", "tiny.json");
        Assert.Equal(ExitCode.Differs, first.ExitCode);
        Assert.Contains("error UFR004: no results were accepted for 'tiny' yet", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("epoch", first.Error, StringComparison.Ordinal);

        var accepted = _place.Unfold("verify", "tiny.json", "--accept");
        Assert.True(accepted.ExitCode == ExitCode.Done, accepted.Text);
        Assert.Contains("tiny.expected.json", accepted.Output, StringComparison.Ordinal);

        var verified = _place.Unfold("verify", "tiny.json");
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Text);
        Assert.Contains("0 differ, 1 of 1 claims hold", verified.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_place.Temporary, "unfold-*"));
        Assert.Equal(["tiny.expected.json", "tiny.json"], Directory.GetFiles(_place.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        _place.Edit(json => json["runs"]![0]!["metrics"]!["test.mse"] = 0.5);
        var differing = _place.Unfold("verify", "tiny.json", "--variant", "mean");
        Assert.Equal(ExitCode.Differs, differing.ExitCode);
        Assert.Matches("variant +metric +expected +received +difference +allowed\nmean +test.mse +0.5 ", differing.Output.ReplaceLineEndings("\n"));
        Assert.Contains("1 differ", differing.Output, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateDirectories(_place.Temporary, "unfold-verify-*"));

        var json = JObject.Parse(_place.Unfold("verify", "tiny.json", "--variant", "mean", "--json").Output);
        Assert.False((bool)json["passes"]!);
        Assert.Equal("test.mse", (string?)json["runs"]![0]!["differences"]![0]!["path"]);
    }

    [Fact]
    public void Stored_runs_are_accepted_and_verified_without_torch_and_by_variant()
    {
        Assert.Equal(ExitCode.Environment, _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored", "--accept").ExitCode);
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json").ExitCode);
        var accepted = _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored", "--accept", "--variant", "trained");
        Assert.True(accepted.ExitCode == ExitCode.Done, accepted.Text);

        var whole = _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored");
        Assert.Equal(ExitCode.Differs, whole.ExitCode);
        Assert.Contains("mean: no result was accepted for it", whole.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored", "--variant", "trained").ExitCode);

        Assert.Equal(ExitCode.Done, _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored", "--accept", "--variant", "mean").ExitCode);
        Assert.Equal(ExitCode.Done, _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored").ExitCode);

        Directory.Delete(Path.Combine(_place.Root, "runs", "tiny", "trained"), recursive: true);
        var missing = _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored");
        Assert.Equal(ExitCode.Differs, missing.ExitCode);
        Assert.Contains("trained: a result was accepted for it (seed 0), and there is no run", missing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_that_the_spec_expects_are_checked_without_accepted_results()
    {
        _place.Expect("""{ "metrics": { "mean": { "parameters.count": { "value": 0 } } } }""");
        var right = _place.Unfold("verify", "tiny.json", "--variant", "mean");
        Assert.True(right.ExitCode == ExitCode.Done, right.Text);
        Assert.Contains("1 of 1 figures as expected", right.Output, StringComparison.Ordinal);
        Assert.Contains("error UFR004", _place.Unfold("verify", "tiny.json", "--variant", "trained").Error, StringComparison.Ordinal);

        _place.Expect("""{ "metrics": { "mean": { "parameters.count": { "value": 1 } } } }""");
        var wrong = _place.Unfold("verify", "tiny.json", "--variant", "mean");
        Assert.Equal(ExitCode.Differs, wrong.ExitCode);
        Assert.Contains("NOT AS EXPECTED: mean parameters.count is 0; expected 1", wrong.Output, StringComparison.Ordinal);

        _place.Expect("""{ "metrics": { "mean": { "parameters.count": { "value": 0, "device": "cuda" } } } }""");
        Assert.Contains("error UFR004", _place.Unfold("verify", "tiny.json", "--variant", "mean").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_does_not_hold_is_a_difference()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json").ExitCode);
        Assert.Equal(ExitCode.Done, _place.Unfold("verify", "tiny.json", "--stored", "--accept").ExitCode);
        _place.Write("mean.test.mse > trained.test.mse");
        var result = _place.Unfold("verify", "tiny.json", "--stored");
        Assert.Equal(ExitCode.Differs, result.ExitCode);
        Assert.Contains("DOES NOT HOLD: mean.test.mse > trained.test.mse (", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_of_expected_results_is_an_error_with_a_mend()
    {
        File.WriteAllText(_place.Expected, "{ \"schema\": 1,");
        var result = _place.Unfold("verify", "tiny.json");
        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("error UFR003", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_accepted_where_a_variant_cannot_be_trained()
    {
        var result = _place.UnfoldWithoutTorch("verify", "tiny.json", "--accept");
        Assert.NotEqual(ExitCode.Done, result.ExitCode);
        Assert.Contains("error UFR007: 2 of 2 runs could not be trained", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.Expected));
    }

    [Fact]
    public void Kept_runs_are_checked_without_the_runs_themselves_and_without_torch()
    {
        Assert.Equal(ExitCode.Usage, _place.Unfold("verify", "tiny.json", "--keep").ExitCode);
        var accepted = _place.Unfold("verify", "tiny.json", "--accept", "--keep");
        Assert.True(accepted.ExitCode == ExitCode.Done, accepted.Text);
        Assert.Equal(["mean", "trained"], Directory.GetDirectories(Path.Combine(_place.Root, "results", "tiny")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var stored = _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored");
        Assert.True(stored.ExitCode == ExitCode.Done, stored.Text);
        Assert.Contains("of 2 runs compared, 0 differ, 1 of 1 claims hold", stored.Output, StringComparison.Ordinal);

        var environment = Directory.GetFiles(Path.Combine(_place.Root, "results", "tiny", "trained"), "environment.json", SearchOption.AllDirectories).Single();
        Assert.Equal("unfold run tiny.json --force", (string?)JObject.Parse(File.ReadAllText(environment))["command"]);
        Assert.Equal(33, File.ReadAllLines(Path.Combine(Path.GetDirectoryName(environment)!, "test-images.csv")).Length);
        Assert.All(JObject.Parse(File.ReadAllText(environment))["plugins"]!, p => Assert.DoesNotContain(Path.DirectorySeparatorChar, (string)p["path"]!));

        var results = Directory.GetFiles(Path.Combine(_place.Root, "results", "tiny", "mean"), "results.json", SearchOption.AllDirectories).Single();
        var json = JObject.Parse(File.ReadAllText(results));
        json["metrics"]!["test.mse"] = 0.9;
        File.WriteAllText(results, json.ToString());
        var edited = _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored");
        Assert.Equal(ExitCode.Differs, edited.ExitCode);
        Assert.Contains("DOES NOT HOLD: mean.test.mse < trained.test.mse", edited.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_that_was_edited_after_its_runs_were_kept_is_noticed_without_torch()
    {
        Assert.Equal(ExitCode.Done, _place.Unfold("verify", "tiny.json", "--accept", "--keep").ExitCode);
        _place.Replace("\"learningRate\": 1e-3", "\"learningRate\": 2e-3");
        var stored = _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored");
        Assert.Equal(ExitCode.Differs, stored.ExitCode);
        Assert.Contains("trained: it was made of another spec than today's", stored.Output, StringComparison.Ordinal);
        Assert.Contains("unfold verify tiny.json --accept --keep", stored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_experiment_only_kept_runs_can_be_checked()
    {
        Assert.Equal(ExitCode.Usage, _place.Unfold("verify").ExitCode);
        Assert.Equal(ExitCode.Usage, _place.Unfold("verify", "--stored", "--accept").ExitCode);
        var nothing = _place.UnfoldWithoutTorch("verify", "--stored", "--out", _place.Temporary);
        Assert.Equal(ExitCode.Environment, nothing.ExitCode);
        Assert.Contains("UFR005: no runs are kept", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_seeds_are_compared_with_their_own_figures_and_leave_claims_about_more_alone()
    {
        _place.Expect("""{ "claims": ["mean.test.mse < trained.test.mse", { "claim": "trained.test.mse < mean.test.mse", "seeds": 2 }] }""");
        _place.Seeds(2);
        Assert.Equal(ExitCode.Done, _place.Unfold("verify", "tiny.json", "--accept").ExitCode);
        Assert.Equal(ExitCode.Differs, _place.Unfold("verify", "tiny.json").ExitCode);

        var accepted = File.ReadAllText(_place.Expected);
        var fewer = _place.UnfoldWithoutTorch("verify", "tiny.json", "--accept", "--seeds", "1");
        Assert.Equal(ExitCode.Usage, fewer.ExitCode);
        Assert.Contains("error UFR009: of 'mean' the seed 1 is missing", fewer.Error, StringComparison.Ordinal);
        Assert.Equal(accepted, File.ReadAllText(_place.Expected));

        var one = _place.Unfold("verify", "tiny.json", "--seeds", "1");
        Assert.True(one.ExitCode == ExitCode.Done, one.Text);
        Assert.Contains("of 2 runs compared, 0 differ, 1 of 1 claims hold", one.Output, StringComparison.Ordinal);
        Assert.Contains("not checked with 1 of the seeds: 1 claims and figures that are about more", one.Error, StringComparison.Ordinal);
    }
}
