namespace Unfold.Cli.Tests;

/// <summary>What goes wrong is one line with a code and a mend, the documented exit code, and nothing half-written.</summary>
public sealed class FaultsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-faults-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("UFX001", ExitCode.Usage)]
    [InlineData("UFR004", ExitCode.Differs)]
    [InlineData("UFP007", ExitCode.Plugin)]
    [InlineData("UFD002", ExitCode.Environment)]
    [InlineData("UFE004", ExitCode.Environment)]
    [InlineData("UFR001", ExitCode.Environment)]
    [InlineData("UFT001", ExitCode.Diverged)]
    [InlineData("UFR002", ExitCode.NoSpace)]
    [InlineData("UFR013", ExitCode.Locked)]
    public void Every_family_of_codes_has_its_exit_code(string code, int exitCode) => Assert.Equal(exitCode, ExitCode.Of(code));

    [Fact]
    public void A_file_that_is_no_json_is_told_with_its_place()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "x.json"), "{\n  \"seed\": \n");
        AssertFails(ExitCode.Usage, "x.json(3,1): error UFX001: ", "run", "x.json");
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once()
    {
        Write("x.json", dataset: """{ "use": "phantom" }""", architecture: """{ "use": "deconet", "layerz": 3 }""");
        var result = AssertFails(ExitCode.Usage, "error UFX004: there is no dataset 'phantom'", "run", "x.json");
        Assert.Contains("error UFX003: architecture 'deconet' has no option 'layerz'; did you mean 'layers'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_not_there_is_told_with_how_to_get_it()
    {
        Write("x.json", dataset: """{ "use": "mnist" }""");
        AssertFails(ExitCode.Environment, "unfold data fetch mnist", "run", "x.json");
    }

    [Fact]
    public void A_device_that_is_none_is_refused()
    {
        Write("x.json");
        AssertFails(ExitCode.Environment, "error UFE010: 'tpu' is no device", "run", "x.json", "--device", "tpu");
    }

    [Fact]
    public void A_libtorch_that_is_none_is_refused_by_run_and_doctor()
    {
        Write("x.json");
        AssertFails(ExitCode.Environment, "error UFE001", "run", "x.json", "UNFOLD_LIBTORCH=/nowhere");
        var doctor = Run("doctor", "UNFOLD_LIBTORCH=/nowhere");
        Assert.Equal(ExitCode.Environment, doctor.ExitCode);
        Assert.Contains("UFE001", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_that_diverges_ends_with_six_and_leaves_the_others()
    {
        Write("x.json", more: """, "variants": { "bad": { "architecture": { "learnSmoothing": true }, "training": { "optimizer": { "learningRate": 1e5 } } }, "good": {} }""");
        var result = Run("run", "x.json");
        Assert.True(result.ExitCode == ExitCode.Diverged, result.Text);
        Assert.Contains("[bad] error UFT001: training diverged at step", result.Error, StringComparison.Ordinal);
        Assert.Contains("good", result.Output, StringComparison.Ordinal);
        var report = File.ReadAllText(Path.Combine(_folder.FullName, "runs", "x", "report.html"));
        Assert.Contains("UFT001", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_that_is_not_there_is_a_line_and_a_trace_only_where_it_is_asked_for()
    {
        // 17 terabytes.
        Write("x.json", """{ "use": "phantoms", "train": 4, "test": 2, "size": 256 }""", """{ "use": "deconet", "redundancy": 1000 }""");
        var spec = Path.Combine(_folder.FullName, "x.json");
        File.WriteAllText(spec, File.ReadAllText(spec).Replace("\"gaussian\"", "\"gaussian\", \"ratio\": 0.001", StringComparison.Ordinal));
        var result = Run("run", "x.json");
        Assert.True(result.ExitCode == ExitCode.RunFailed, result.Text);
        Assert.Equal("[default] error UFT016: ", Assert.Single(result.Error.TrimEnd().Split('\n'))[..24]);
        Assert.Contains("   at ", Run("run", "x.json", "--verbose").Error, StringComparison.Ordinal);
    }

    private ProgramResult AssertFails(int exitCode, string said, params string[] arguments)
    {
        var result = Run(arguments);
        Assert.True(result.ExitCode == exitCode, result.Text);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "runs")));
        return result;
    }

    // Arguments with an equals sign are set in the environment.
    private ProgramResult Run(params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["UNFOLD_DATA"] = _folder.FullName, ["XDG_CACHE_HOME"] = _folder.FullName };
        foreach (var pair in arguments.Where(a => a.Contains('=', StringComparison.Ordinal)).Select(a => a.Split('=')))
            environment[pair[0]] = pair[1];
        return UnfoldProgram.Run(_folder.FullName, environment, [.. arguments.Where(a => !a.Contains('=', StringComparison.Ordinal))]);
    }

    private void Write(
        string name,
        string dataset = """{ "use": "phantoms", "train": 64, "test": 16, "size": 16 }""",
        string architecture = """{ "use": "deconet", "layers": 3, "redundancy": 2 }""",
        string more = "") => File.WriteAllText(Path.Combine(_folder.FullName, name), $$"""
        {
          "dataset": {{dataset}},
          "measurement": { "use": "gaussian" },
          "architecture": {{architecture}},
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 2, "batchSize": 16, "optimizer": { "use": "adam" } }{{more}}
        }
        """);
}
