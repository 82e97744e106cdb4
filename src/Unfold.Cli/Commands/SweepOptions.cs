using System.CommandLine;
using System.Globalization;
using Unfold.Sweeps;

namespace Unfold.Cli.Commands;

/// <summary>Options that several commands of sweeps have.</summary>
internal static class SweepOptions
{
    public static Argument<string> Sweep() => new("sweep") { Description = "Its folder or name, or the experiment's name where there is one sweep of it." };

    public static Option<string> Root() => new("--sweeps") { Description = "The folder of sweeps.", DefaultValueFactory = _ => SweepFiles.DefaultRoot };

    public static Option<int?> Threads() => Count("--threads-per-run", "Threads of torch's operations of every run, wherever it runs; 1 by default. Another number is another sweep: sums are ordered by threads.");

    /// <summary>A whole number of at least 1.</summary>
    public static Option<int?> Count(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1)
                return count;
            result.AddError($"{name} takes a whole number of at least 1, not '{result.Tokens[0].Value}'");
            return null;
        },
    };
}
