using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps.Tests;

/// <summary>With processes of a shell in place of trainings: what is tested is who starts when, and what is said of how they ended.</summary>
public sealed class ProcessPoolTests : IDisposable
{
    private readonly SweepSpecimen _specimen = new(4, after: i => i == 3 ? [0] : []);
    private readonly List<string> _script = [];
    private readonly PoolRecord _record = new();

    public void Dispose() => _specimen.Dispose();

    [SkippableFact]
    public void Cells_that_have_ended_are_not_run_again()
    {
        foreach (var index in new[] { 0, 1, 2 })
            _specimen.Leave(index, index == 1 ? RunStatus.Diverged : RunStatus.Completed);
        Does(3, Completes(3));

        var ended = Run();

        Assert.Equal([(3, CellEnd.Done)], ended);
        Assert.Equal([3], _record.Started);
    }

    [SkippableFact]
    public void A_finished_sweep_starts_nothing()
    {
        foreach (var index in Enumerable.Range(0, 4))
            _specimen.Leave(index, RunStatus.Completed);

        Assert.Empty(Run());
        Assert.Empty(_record.Started);
    }

    [SkippableFact]
    public void One_failure_is_not_the_others()
    {
        Does(0, Completes(0));
        Does(1, "echo 'error UFD001: no data; fetch it'; exit 5");
        Does(2, Completes(2));
        Does(3, Completes(3));

        Assert.Equal([(0, CellEnd.Done), (1, CellEnd.Failed), (2, CellEnd.Done), (3, CellEnd.Done)], Run().Order());
        Assert.Equal((5, "error UFD001: no data; fetch it"), (_record.Ended[1].ExitCode, _record.Ended[1].Error));
        Assert.Contains("UFD001", File.ReadAllText(_specimen.Sweep.LogOf(_specimen.Sweep.Cell(1))), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void What_the_runs_folder_says_of_a_failure_counts_before_the_log()
    {
        Only(1, $"{Copies(1, _specimen.Prepare(1, RunStatus.Failed, "UFT003: it broke\n   at a place"))}; echo noise; exit 1");

        Run();

        Assert.Equal("UFT003: it broke", _record.Ended[1].Error);
    }

    [SkippableFact]
    public void One_that_was_killed_says_by_which_signal()
    {
        Only(2, "kill -9 $$");

        Run();

        Assert.Equal(137, _record.Ended[2].ExitCode);
        Assert.Contains("killed by signal 9", _record.Ended[2].Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void With_fail_fast_the_first_failure_is_the_last_start()
    {
        Does(0, "exit 1");
        Does(1, Completes(1));

        Assert.Equal([(0, CellEnd.Failed)], Run(o => o with { Jobs = 1, FailFast = true }));
        Assert.Equal([0], _record.Started);
    }

    [SkippableFact]
    public void A_student_starts_when_its_teacher_has_ended()
    {
        foreach (var index in Enumerable.Range(0, 4))
            Does(index, Completes(index));

        Run(o => o with { Jobs = 4 });

        Assert.True(_record.Events.IndexOf("end 0") < _record.Events.IndexOf("start 3"), string.Join(", ", _record.Events));
    }

    [SkippableFact]
    public void No_more_run_at_a_time_than_asked()
    {
        foreach (var index in Enumerable.Range(0, 4))
            Does(index, Completes(index));

        Run(o => o with { Jobs = 1 });

        Assert.Equal(["start 0", "end 0", "start 1", "end 1", "start 2", "end 2", "start 3", "end 3"], _record.Events);
    }

    [SkippableFact]
    public void One_that_was_stopped_from_outside_is_begun_again()
    {
        var mark = Path.Combine(_specimen.Folder, "mark");
        Only(0, $"if [ -e '{mark}' ]; then {Completes(0)}; else touch '{mark}'; exit 75; fi");

        Assert.Contains((0, CellEnd.Done), Run());
        Assert.Equal(2, _record.Started.Count(i => i == 0));
    }

    [SkippableFact]
    public void One_that_is_always_stopped_is_given_up()
    {
        Only(0, "exit 75");

        Assert.Contains((0, CellEnd.Stopped), Run(o => o with { MostStops = 3 }));
        Assert.Equal(3, _record.Started.Count(i => i == 0));
    }

    [SkippableFact]
    public void Cells_of_another_process_are_left_to_it_and_their_students_wait()
    {
        Only(0, "exit 8");

        var ended = Run();

        Assert.Contains((0, CellEnd.Elsewhere), ended);
        Assert.DoesNotContain(3, _record.Started);
    }

    [SkippableFact]
    public void A_stop_is_handed_on_and_waited_for()
    {
        using var stop = new CancellationTokenSource();
        Does(0, "trap 'echo saved; exit 75' TERM; echo ready; while :; do sleep 0.05; done");
        Does(1, Completes(1));
        // When its output says that it can be stopped.
        _record.OnTick = () =>
        {
            if (File.Exists(_specimen.Sweep.LogOf(_specimen.Sweep.Cell(0))) && File.ReadAllText(_specimen.Sweep.LogOf(_specimen.Sweep.Cell(0))).Contains("ready", StringComparison.Ordinal))
                stop.Cancel();
        };

        var ended = Run(o => o with { Jobs = 1 }, stop.Token);

        Assert.Equal([(0, CellEnd.Stopped)], ended);
        Assert.Contains("saved", File.ReadAllText(_specimen.Sweep.LogOf(_specimen.Sweep.Cell(0))), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_program_that_is_not_there_is_told_by_its_shell()
    {
        var pool = new ProcessPool(_specimen.Sweep, new PoolOptions { Jobs = 2, Program = ["/nowhere/unfold"] }, _record);

        Assert.All(pool.Run(CellStandings.Of(_specimen.Sweep), CancellationToken.None), e => Assert.Contains("/nowhere/unfold", e.Error, StringComparison.Ordinal));
    }

    private void Does(int index, string commands) => _script.Add(string.Create(CultureInfo.InvariantCulture, $"{index}) {commands};;"));

    private void Only(int index, string commands)
    {
        foreach (var other in Enumerable.Range(0, 4).Where(i => i != index))
            Does(other, Completes(other));
        Does(index, commands);
    }

    private string Completes(int index) => Copies(index, _specimen.Prepare(index, RunStatus.Completed));

    private string Copies(int index, string from) => $"mkdir -p '{Path.GetDirectoryName(_specimen.FolderOf(index))}'; cp -r '{from}' '{_specimen.FolderOf(index)}'";

    private List<(int, CellEnd)> Run(Func<PoolOptions, PoolOptions>? change = null, CancellationToken cancellation = default)
    {
        Skip.If(OperatingSystem.IsWindows(), "the cells of this test are scripts of a shell");
        var script = Path.Combine(_specimen.Folder, "cell.sh");
        // sweep cell <folder> <index>
        File.WriteAllText(script, $"case \"$4\" in\n{string.Join('\n', _script)}\nesac\n");
        var options = new PoolOptions { Jobs = 2, Program = ["/bin/sh", script] };
        var pool = new ProcessPool(_specimen.Sweep, change?.Invoke(options) ?? options, _record);
        return [.. pool.Run(CellStandings.Of(_specimen.Sweep), cancellation).Select(e => (e.Cell.Index, e.End))];
    }
}
