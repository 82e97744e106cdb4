using Unfold.Cli.Rendering;
using Unfold.Results;

namespace Unfold.Cli.Tests;

public sealed class RunTableTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc);

    private static readonly ListedRun Run = new()
    {
        Folder = "quickstart/recommended/0-9fbaa949831e",
        Experiment = "quickstart",
        Name = "recommended",
        Seed = 0,
        State = ListedState.Completed,
        Step = 1234,
        Steps = 1234,
        Seen = Now.AddDays(-3),
        Attempts = 1,
        TestPsnr = 34.964,
    };

    [Fact]
    public void A_run_is_a_line_of_eighty_columns_with_its_folder_last()
    {
        var lines = Draw(Run, Run with { State = ListedState.Lost, Step = 3, Seen = Now.AddSeconds(-7), TestPsnr = null });
        Assert.Equal("state     seed      step ago tries  PSNR run", lines[0]);
        Assert.Equal("completed    0 1234/1234  3d     1 34.96 quickstart/recommended/0-9fbaa949831e", lines[1]);
        Assert.Equal("lost         0    3/1234  7s     1     - quickstart/recommended/0-9fbaa949831e", lines[2]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_line_of_a_long_cell_runs_over_rather_than_to_break_its_folder()
    {
        var folder = $"paper/x/deconet[{new string('a', 80)}=1]/0-9fbaa949831e";
        Assert.EndsWith($" {folder}", Draw(Run with { Folder = folder })[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_a_dash_and_damage_has_its_reason()
    {
        var damaged = new ListedRun { Folder = "x/a/1-9fbaa949831e", Experiment = "x", Name = "a", State = ListedState.Damaged, Error = "results.json cannot be read: Unterminated\nstring" };
        Assert.Equal("damaged    -    -   -     -    - x/a/1-9fbaa949831e: results.json cannot be read: Unterminated string", Draw(damaged)[1]);
    }

    [Theory]
    [InlineData(-5, "0s")]
    [InlineData(59, "59s")]
    [InlineData(60, "1m")]
    [InlineData(3600, "1h")]
    [InlineData(47 * 3600, "47h")]
    [InlineData(48 * 3600, "2d")]
    public void Ages_are_short(int seconds, string said) => Assert.Contains($" {said} ", Draw(Run with { Seen = Now.AddSeconds(-seconds) })[1], StringComparison.Ordinal);

    private static string[] Draw(params ListedRun[] runs)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        RunTable.Write(writer, runs, Now);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
