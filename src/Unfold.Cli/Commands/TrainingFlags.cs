using System.CommandLine;
using System.Globalization;
using Unfold.Engine.Runs;
using Unfold.Hosting;

namespace Unfold.Cli.Commands;

/// <summary>The options of every command that trains.</summary>
internal sealed class TrainingFlags
{
    public Option<string[]> Variants { get; } = CommonOptions.Variants();

    public Option<string?> Device { get; } = new("--device") { Description = "auto, cpu, cuda or cuda:i, in place of the spec's." };

    public Option<int?> Threads { get; } = new("--threads")
    {
        Description = "Threads of torch's operations; as many as cores by default.",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads))
                return threads;
            result.AddError($"--threads takes a whole number, not '{result.Tokens[0].Value}'");
            return null;
        },
    };

    public Option<bool> Locked { get; } = new("--locked") { Description = $"Use plugins only as {PluginLock.FileName} says ('unfold plugins lock')." };

    public RunOptions Options(ParseResult parsed, string outFolder) =>
        new() { OutFolder = outFolder, Device = parsed.GetValue(Device), Threads = parsed.GetValue(Threads) };
}
