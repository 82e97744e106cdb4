using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary>A folder with a small experiment that is no part of the repository.</summary>
public sealed class Workplace : IDisposable
{
    private const string Spec = """
        {
          "dataset": { "use": "phantoms", "train": 64, "test": 32 },
          "measurement": { "use": "gaussian", "ratio": 0.25 },
          "architecture": { "use": "deconet", "layers": 2, "redundancy": 1 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 1, "batchSize": 32, "optimizer": { "use": "adam", "learningRate": 1e-3 } },
          "variants": { "mean": { "architecture": { "use": "mean" } }, "trained": {} },
          "expect": EXPECT
        }
        """;

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public Workplace()
    {
        Directory.CreateDirectory(Temporary);
        _environment["TMPDIR"] = Temporary;
        Write("mean.test.mse < trained.test.mse");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("unfold-cli-").FullName;

    public string Temporary => Path.Combine(Root, "tmp");

    public string Expected => Path.Combine(Root, "tiny.expected.json");

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Writes the spec with a claim.</summary>
    public void Write(string claim) => Expect($$"""{ "claims": ["{{claim}}"] }""");

    /// <summary>Writes the spec with an <c>expect</c> section.</summary>
    public void Expect(string section) => File.WriteAllText(Path.Combine(Root, "tiny.json"), Spec.Replace("EXPECT", section, StringComparison.Ordinal));

    /// <summary>Gives the spec a number of seeds.</summary>
    public void Seeds(int count)
    {
        var file = Path.Combine(Root, "tiny.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("{\n  \"dataset\"", $"{{\n  \"seeds\": {count},\n  \"dataset\"", StringComparison.Ordinal));
    }

    /// <summary>Edits the spec.</summary>
    public void Replace(string before, string after)
    {
        var file = Path.Combine(Root, "tiny.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
    }

    internal ProgramResult Unfold(params string[] arguments) => UnfoldProgram.Run(Root, _environment, arguments);

    /// <summary>Where torch cannot be loaded.</summary>
    internal ProgramResult UnfoldWithoutTorch(params string[] arguments) =>
        UnfoldProgram.Run(Root, new Dictionary<string, string>(_environment, StringComparer.Ordinal) { ["UNFOLD_LIBTORCH"] = Path.Combine(Root, "nothing") }, arguments);

    /// <summary>Edits the accepted results.</summary>
    internal void Edit(Action<JObject> edit)
    {
        var json = JObject.Parse(File.ReadAllText(Expected));
        edit(json);
        File.WriteAllText(Expected, json.ToString());
    }
}
