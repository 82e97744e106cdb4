using System.Globalization;

namespace Unfold.Bench;

/// <summary>Of what the time of a cell's own process consists, its training aside; and what that is of a minute.</summary>
internal static class DispatchParts
{
    private const int Times = 5;
    private const string Runs = "local-0-empty";

    /// <param name="root">A folder in which empty cells were run by <c>sweep run</c>, as <see cref="DispatchCost"/> leaves it.</param>
    /// <param name="bare">The same cells in one process.</param>
    public static void Report(string root, DispatchTimes bare)
    {
        var program = new CliProgram(root);
        var sweep = Directory.GetDirectories(Path.Combine(root, $"{Runs}.sweeps"))[0];
        Say("a process that ends at once (unfold --version)", program.Median(Times, "--version"));
        Say("and looks for plugins (unfold list)", program.Median(Times, "list"));
        Say("a cell that had ended (unfold sweep cell)", program.Median(Times, "sweep", "cell", sweep, "0"));
        Say("a sweep of which nothing is left (unfold sweep run)", program.Median(Times, "sweep", "run", DispatchExperiment.File, "--variant", "empty", "--out", Runs, "--sweeps", $"{Runs}.sweeps"));
        var own = Enumerable.Range(0, Times).Select(_ => Cell()).Order().ElementAt(Times / 2);
        Say("a cell with nothing to train (unfold sweep cell)", own);
        Say("such a cell in a process that has run others", bare.Wall);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a process of its own costs {own - bare.Wall:f2} s a cell: {100 * (own - bare.Wall) / 60:f1} % of a minute"));

        double Cell()
        {
            Directory.Delete(Path.Combine(root, Runs), recursive: true);
            return program.Run("sweep", "cell", sweep, "0").Seconds;
        }
    }

    private static void Say(string what, double seconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52} {seconds,6:f2} s"));
}
