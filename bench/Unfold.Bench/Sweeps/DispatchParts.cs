using System.Globalization;

namespace Unfold.Bench;

/// <summary>Of what the time of a cell's own process consists, its training aside.</summary>
internal static class DispatchParts
{
    private const int Times = 5;

    /// <param name="root">A folder in which empty cells were run by <c>sweep run</c>, as <see cref="DispatchCost"/> leaves it.</param>
    public static void Report(string root)
    {
        var program = new CliProgram(root);
        var sweep = Directory.GetDirectories(Path.Combine(root, "round-0-local-empty.sweeps"))[0];
        Say("a process that ends at once (unfold --version)", program.Median(Times, "--version"));
        Say("and looks for plugins (unfold list)", program.Median(Times, "list"));
        Say("a cell that had ended (unfold sweep cell)", program.Median(Times, "sweep", "cell", sweep, "0"));
        Say("a sweep of which nothing is left (unfold sweep run)", program.Median(Times, "sweep", "run", DispatchExperiment.File, "--variant", "empty", "--out", "round-0-local-empty", "--sweeps", "round-0-local-empty.sweeps"));
    }

    private static void Say(string what, double seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52} {seconds,6:f2} s, median of {Times}"));
}
