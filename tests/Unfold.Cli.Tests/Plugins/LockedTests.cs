using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests.Plugins;

/// <summary><c>unfold plugins lock</c> and <c>--locked</c>, as processes.</summary>
public sealed class LockedTests : IDisposable
{
    private const string Spec = """
        {
          "dataset": { "use": "phantoms", "train": 20, "test": 5, "size": 16 },
          "measurement": { "use": "gaussian" },
          "architecture": { "use": "mean" },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 1, "optimizer": { "use": "adam" } }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-locked-");

    public LockedTests() => File.WriteAllText(Path.Combine(_folder.FullName, "x.json"), Spec);

    public void Dispose() => _folder.Delete(recursive: true);

    private string Lock => Path.Combine(_folder.FullName, "plugins.lock.json");

    [Fact]
    public void A_run_with_the_plugins_of_the_lock_goes_through()
    {
        var written = Run("plugins", "lock");
        Assert.Equal((0, Lock), (written.ExitCode, written.Output.Trim()));
        Assert.Contains("Unfold.Losses", File.ReadAllText(Lock), StringComparison.Ordinal);

        var result = Run("run", "x.json", "--locked");
        Assert.True(result.ExitCode == 0, result.Text);
    }

    [Fact]
    public void Every_command_that_trains_refuses_a_plugin_that_is_another_one_or_new()
    {
        Run("plugins", "lock");
        var file = JObject.Parse(File.ReadAllText(Lock));
        ((JObject)file["plugins"]!).Remove("Unfold.Datasets");
        file["plugins"]!["Unfold.Losses"]!["sha256"] = new string('0', 64);
        File.WriteAllText(Lock, file.ToString());

        string[][] commands = [["run", "x.json"], ["resume", "runs/x/1"], ["verify", "x.json"]];
        foreach (var command in commands)
        {
            var result = Run([.. command, "--locked"]);
            Assert.Equal((ExitCode.Plugin, ""), (result.ExitCode, result.Output));
            var line = Assert.Single(result.Error.TrimEnd().Split('\n'));
            Assert.Contains("error UFP022: ", line, StringComparison.Ordinal);
            Assert.Contains("plugin Unfold.Datasets is not in it", line, StringComparison.Ordinal);
            Assert.Matches($"plugin Unfold.Losses has version 0.1.0.0 with SHA-256 [0-9a-f]{{64}}, expected version 0.1.0.0 with {new string('0', 64)}", line);
        }

        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "runs")));
    }

    [Fact]
    public void Without_a_lock_nothing_is_locked_in()
    {
        var result = Run("run", "x.json", "--locked");

        Assert.Equal(ExitCode.Plugin, result.ExitCode);
        Assert.Contains($"error UFP022: there is no {Lock}; 'unfold plugins lock' writes it", result.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_lock_that_cannot_be_written_is_told_with_a_mend_that_the_command_has()
    {
        // Nobody writes below it, the administrator included.
        Skip.IfNot(OperatingSystem.IsLinux(), "there is no /proc");
        var result = UnfoldProgram.Run("/proc", new Dictionary<string, string>(StringComparer.Ordinal), "plugins", "lock");

        Assert.Equal((ExitCode.Plugin, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error UFP022: /proc/plugins.lock.json cannot be written: ", Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("--out", result.Error, StringComparison.Ordinal);
    }

    private ProgramResult Run(params string[] arguments) => UnfoldProgram.Run(_folder.FullName, new Dictionary<string, string>(StringComparer.Ordinal), arguments);
}
