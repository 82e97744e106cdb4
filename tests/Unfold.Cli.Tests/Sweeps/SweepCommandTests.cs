using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary><c>unfold sweep</c> on this machine, as a user meets it.</summary>
public sealed class SweepCommandTests(SmallSweep sweep) : IClassFixture<SmallSweep>
{
    [Fact]
    public void One_failing_cell_is_a_line_with_its_error_and_its_log_and_the_others_are_done()
    {
        Assert.True(sweep.First.ExitCode == ExitCode.Environment, sweep.First.Text);
        var failed = sweep.First.Error.Split('\n').Where(l => l.StartsWith("failed: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, failed.Count);
        Assert.Matches("failed: nowhere seed [01]: UFD001: .*; log: sweeps/small-[0-9a-f]{8}/logs/[45].log", failed[0]);
        Assert.Contains("4 of 6 done, 2 failed", sweep.First.Error, StringComparison.Ordinal);
        Assert.Contains("best so far by validation MSE: deconet[layers=", sweep.First.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_are_those_of_a_run_of_one_process_with_as_many_threads()
    {
        Assert.Equal(ExitCode.Done, sweep.Unfold("run", "./small.json", "--variant", "deconet", "--threads", "1", "--out", "alone").ExitCode);
        Assert.Equal(Hashes("alone"), Hashes("runs"));
        Assert.Equal(4, Hashes("runs").Count);
    }

    [Fact]
    public void Given_again_it_begins_only_what_has_not_ended()
    {
        var again = sweep.Unfold("sweep", "run", "./small.json");

        Assert.Equal(ExitCode.Environment, again.ExitCode);
        Assert.Equal(2, again.Error.Split('\n').Count(l => l.StartsWith('[')));
        Assert.Single(Directory.GetDirectories(Path.Combine(sweep.Folder, "sweeps"), "small-*"));
    }

    [Fact]
    public void A_finished_one_begins_nothing()
    {
        var again = sweep.Unfold("sweep", "run", "./small.json", "--variant", "deconet");

        Assert.True(again.ExitCode == ExitCode.Done, again.Text);
        Assert.StartsWith("4 of 4 done; sweep: sweeps/small-", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_is_a_table_and_a_document()
    {
        var id = Id("small-*", cells: 6);
        var table = sweep.Unfold("sweep", "status", id);
        var json = JObject.Parse(sweep.Unfold("sweep", "status", id, "--json").Output);

        Assert.Matches(@"^cell state  step ago tries name\n +4 failed +- +- +- nowhere seed 0\n +UFD001: ", table.Output);
        Assert.DoesNotContain("deconet", table.Output, StringComparison.Ordinal);
        Assert.Equal((4, 2), ((int)json["states"]!["completed"]!, (int)json["states"]!["failed"]!));
        Assert.Equal("small/deconet[layers=1]/0-", ((string)json["cells"]![0]!["folder"]!)[..^12]);
        Assert.NotNull((double?)json["cells"]![0]!["validationMse"]);
    }

    [Fact]
    public void A_cell_that_has_ended_ends_at_once_and_says_so()
    {
        var result = sweep.Unfold("sweep", "cell", Id("small-*", cells: 6), "0");

        Assert.Equal((ExitCode.Done, "[deconet[layers=1] seed 0] completed before; nothing is left to do\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Its_report_is_in_its_folder_and_report_writes_the_same()
    {
        var id = Id("small-*", cells: 6);
        var page = sweep.Unfold("sweep", "collect", id).Output.Trim();

        Assert.Equal(Path.Combine(sweep.Folder, "sweeps", id, "report.html"), page);
        Assert.All(new[] { "report.md", "report.tex", "report.csv" }, f => Assert.True(File.Exists(Path.Combine(sweep.Folder, "sweeps", id, f))));
        Assert.Contains("deconet\\[layers=2\\]", File.ReadAllText(Path.ChangeExtension(page, ".md")), StringComparison.Ordinal);
        Assert.Equal(page, sweep.Unfold("report", $"sweeps/{id}").Output.Trim());
    }

    [Fact]
    public void An_override_is_another_sweep_and_its_cells_are_named_by_it()
    {
        var result = sweep.Unfold("sweep", "run", "./small.json", "architecture.layers=3,4", "seed=7", "--variant", "deconet", "--jobs", "2");

        Assert.True(result.ExitCode == ExitCode.Done, result.Text);
        Assert.Contains("2 of 2 done", result.Error, StringComparison.Ordinal);
        Assert.Contains("deconet[layers=4] seed 7: completed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Students_come_after_their_teachers()
    {
        sweep.Write("taught", """ "variants": { "student": { "loss": { "use": "distillation", "teacher": "teacher" } }, "teacher": {} } """);

        var result = sweep.Unfold("sweep", "run", "./taught.json", "--variant", "student", "--jobs", "4");

        Assert.True(result.ExitCode == ExitCode.Done, result.Text);
        Assert.Matches(@"^\[1/2\] teacher seed 0: completed.*\n\[2/2\] student seed 0: completed", result.Error);
        Assert.Equal(ExitCode.Done, sweep.Unfold("sweep", "run", "./taught.json", "--variant", "student").ExitCode);
    }

    [Fact]
    public void Halving_stops_what_is_behind_and_is_repeated_from_its_record()
    {
        sweep.Write("halved", """ "sweep": { "training.optimizer.learningRate": [1e-2, 1e-3, 1e-4], "halving": { "from": 1, "factor": 2 } } """);
        var first = sweep.Unfold("sweep", "run", "./halved.json", "--jobs", "1");
        var id = Id("halved-*", cells: 3);

        var repeated = sweep.Unfold("sweep", "run", "./halved.json", "--jobs", "3", "--repeat", id, "--out", "again");

        Assert.True(first.ExitCode == ExitCode.Done, first.Text);
        Assert.True(repeated.ExitCode == ExitCode.Done, repeated.Text);
        var states = States(id);
        Assert.Equal("completed", states[0]);
        Assert.Contains("halved", states);
        Assert.Equal(states, States(Path.GetFileName(Directory.GetDirectories(Path.Combine(sweep.Folder, "sweeps"), "halved-*").Single(d => Path.GetFileName(d) != id))));
        // Begun again, what was stopped stays so.
        Assert.Contains("3 of 3 done", sweep.Unfold("sweep", "run", "./halved.json").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UFX000", "sweep", "run", "./small.json", "--jobs", "0")]
    [InlineData("UFX000", "sweep", "cell", "small")]
    [InlineData("UFX016", "sweep", "run", "./missing.json")]
    [InlineData("UFX003", "sweep", "run", "./small.json", "architecture.layer=3")]
    [InlineData("UFS001", "sweep", "status", "smal")]
    [InlineData("UFX016", "sweep", "submit", "./small.json", "--profile", "site.json")]
    public void Wrong_input_is_one_error_and_exit_code_two(string code, params string[] arguments)
    {
        var result = sweep.Unfold(arguments);

        Assert.True(result.ExitCode == ExitCode.Usage, result.Text);
        Assert.Contains($"error {code}: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_sweep_that_was_not_submitted_has_nothing_to_watch()
    {
        foreach (var command in new[] { "watch", "retry", "cancel" })
            Assert.Contains("error UFS007: ", sweep.Unfold("sweep", command, Id("small-*", cells: 6)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_with_mistakes_is_told_with_their_places_and_nothing_is_written()
    {
        File.WriteAllText(Path.Combine(sweep.Folder, "wrong.json"), "{\n  \"partiton\": \"gpu\",\n  \"pack\": 0\n}");

        var result = sweep.Unfold("sweep", "submit", "./small.json", "seed=99", "--profile", "wrong.json");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("wrong.json(2,3): error UFX003: a site's profile has no 'partiton'; did you mean 'partition'?", result.Error, StringComparison.Ordinal);
        Assert.Contains("wrong.json(3,11): error UFX006: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Slurm_a_submission_says_so()
    {
        File.WriteAllText(Path.Combine(sweep.Folder, "site-without.json"), "{}");

        var result = sweep.UnfoldWithoutPath("sweep", "submit", "./small.json", "--profile", "site-without.json");

        Assert.Equal(ExitCode.Environment, result.ExitCode);
        Assert.Contains("error UFS011: ", result.Error, StringComparison.Ordinal);
    }

    private List<string> States(string id) => [.. JObject.Parse(sweep.Unfold("sweep", "status", id, "--json").Output)["cells"]!.Select(c => (string)c["state"]!)];

    private string Id(string pattern, int cells) => Path.GetFileName(Directory.GetDirectories(Path.Combine(sweep.Folder, "sweeps"), pattern)
        .First(d => JObject.Parse(File.ReadAllText(Path.Combine(d, "sweep.json")))["cells"]!.Count() == cells));

    private SortedDictionary<string, string> Hashes(string outFolder) => new(
        Directory.GetFiles(Path.Combine(sweep.Folder, outFolder, "small"), "results.json", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(Path.Combine(sweep.Folder, outFolder), Path.GetDirectoryName(f)!), Result: JObject.Parse(File.ReadAllText(f))))
            .Where(r => (string)r.Result["variant"]! == "deconet" && (int)r.Result["seed"]! < 2 && !r.Name.Contains("=3", StringComparison.Ordinal))
            .ToDictionary(r => r.Name, r => (string)r.Result["parametersSha256"]!), StringComparer.Ordinal);
}
