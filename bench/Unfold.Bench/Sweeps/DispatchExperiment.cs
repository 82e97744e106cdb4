using System.Globalization;

namespace Unfold.Bench;

/// <summary>An experiment whose <c>long</c> cells train for about so many seconds, whose <c>short</c> ones train for one epoch, and whose <c>empty</c> ones have nothing to train.</summary>
/// <param name="folder">Where its file and its runs lie.</param>
internal sealed class DispatchExperiment(string folder)
{
    public const string File = "./dispatch.json";
    private const int Trial = 20;

    /// <summary>Writes it with as many epochs as take so many seconds, by a trial.</summary>
    /// <returns>The epochs.</returns>
    public int Write(double seconds, int seeds)
    {
        Write(Trial, 1);
        new CliProgram(folder).Run("run", File, "--variant", "long", "--threads", "1", "--out", "trial");
        var epochs = Math.Max(2, (int)Math.Round(seconds / FinishedRun.In(Path.Combine(folder, "trial"))[0].Train * Trial));
        Write(epochs, seeds);
        return epochs;
    }

    private void Write(int epochs, int seeds) => System.IO.File.WriteAllText(Path.Combine(folder, File), string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "seeds": {{seeds}},
          "dataset": { "use": "phantoms", "train": 800, "test": 200 },
          "measurement": { "use": "gaussian", "ratio": 0.25, "noise": { "use": "gaussian", "standardDeviation": 1e-4 } },
          "architecture": { "use": "deconet", "layers": 10, "redundancy": 2 },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": {{epochs}}, "batchSize": 128, "optimizer": { "use": "adam", "learningRate": 1e-3 } },
          "variants": {
            "empty": { "dataset": { "train": 16, "test": 8 }, "architecture": { "use": "mean" } },
            "short": { "training": { "epochs": 1 } },
            "long": {}
          }
        }
        """));
}
