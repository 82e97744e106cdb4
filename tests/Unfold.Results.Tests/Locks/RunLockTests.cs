namespace Unfold.Results.Tests;

public sealed class RunLockTests : IDisposable
{
    private static readonly LockOwner Elsewhere = LockOwner.Me() with { Host = "elsewhere" };

    private readonly TemporaryFolder _folder = new();

    private string LockPath => _folder[RunFiles.Lock];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_taker_in_the_same_process_is_refused_and_told_who_has_it()
    {
        using (RunLock.Take(_folder.Path))
        {
            AssertRefused(Environment.ProcessId, Environment.MachineName);
            Assert.Equal(Environment.ProcessId, RunLock.OwnerOf(_folder.Path)?.Pid);
        }

        Assert.Null(RunLock.OwnerOf(_folder.Path));
        using var again = RunLock.Take(_folder.Path);
        Assert.Null(again.TakenOverFrom);
    }

    [SkippableFact]
    public void A_second_taker_in_another_process_is_refused_until_the_first_is_dead()
    {
        Write(LockOwner.Me() with { Pid = 1, Started = "0" });
        using (var other = new ForeignLock(LockPath))
        {
            // As its owner would have written it.
            Write(LockOwner.Me() with { Pid = other.Pid, Started = HostProcess.StartOf(other.Pid)! });
            AssertRefused(other.Pid, Environment.MachineName);
            Assert.Equal(other.Pid, RunLock.OwnerOf(_folder.Path)?.Pid);
        }

        Assert.Null(RunLock.OwnerOf(_folder.Path));
        using var mine = RunLock.Take(_folder.Path);
        Assert.NotNull(mine.TakenOverFrom);
    }

    [SkippableFact]
    public void The_byte_range_lock_counts_whatever_the_content_says()
    {
        Write(LockOwner.Me() with { Pid = 1, Started = "0" });
        using var other = new ForeignLock(LockPath);
        Assert.Equal("UFR013", Assert.Throws<ResultsException>(() => RunLock.Take(_folder.Path)).Code);
    }

    [Fact]
    public void The_lock_of_a_dead_process_of_this_host_is_taken_over_and_it_is_said_whose_it_was()
    {
        // A number that is used again, by a process that started at another time.
        var dead = LockOwner.Me() with { Started = "1", Token = "dead" };
        Write(dead);
        Assert.Null(RunLock.OwnerOf(_folder.Path));
        using var mine = RunLock.Take(_folder.Path);
        Assert.Equal(dead, mine.TakenOverFrom);
        Assert.Equal(Environment.ProcessId, LockFile.Read(LockPath)!.Pid);
    }

    [Fact]
    public void A_fresh_heartbeat_of_another_host_refuses()
    {
        Write(Elsewhere);
        AssertRefused(Elsewhere.Pid, "elsewhere");
        Assert.Equal("elsewhere", RunLock.OwnerOf(_folder.Path)?.Host);
        Assert.Equal([LockPath], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_stale_heartbeat_of_another_host_is_taken_over()
    {
        Write(Elsewhere);
        File.SetLastWriteTimeUtc(LockPath, DateTime.UtcNow.AddMinutes(-6));
        Assert.Null(RunLock.OwnerOf(_folder.Path));
        using var mine = RunLock.Take(_folder.Path);
        Assert.Equal(Elsewhere, mine.TakenOverFrom);
    }

    [Fact]
    public void A_heartbeat_in_the_future_refuses_since_clocks_are_set_back()
    {
        Write(Elsewhere);
        File.SetLastWriteTimeUtc(LockPath, DateTime.UtcNow.AddHours(1));
        AssertRefused(Elsewhere.Pid, "elsewhere");
        Assert.NotNull(RunLock.OwnerOf(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"host\":\"els")]
    [InlineData("{\"host\":\"a\",\"pid\":1}\n:\"x\"}\n")]
    [InlineData("null")]
    [InlineData("\0\0\0\0")]
    public void What_a_process_that_was_killed_while_it_wrote_left_is_nobodys(string torn)
    {
        File.WriteAllText(LockPath, torn);
        Assert.Null(RunLock.OwnerOf(_folder.Path));
        using var mine = RunLock.Take(_folder.Path);
        Assert.Null(mine.TakenOverFrom);
        Assert.True(mine.Beat());
        Assert.Equal(Environment.ProcessId, LockFile.Read(LockPath)?.Pid);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_coded_error_and_can_be_taken_later()
    {
        Assert.Equal("UFR001", Assert.Throws<ResultsException>(() => RunLock.Take(_folder["none"])).Code);
        Directory.CreateDirectory(_folder["none"]);
        using var mine = RunLock.Take(_folder["none"]);
        Assert.True(mine.Beat());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lock_that_another_replaced_or_deleted_beats_no_more_and_leaves_the_others_file(bool isReplaced)
    {
        var mine = RunLock.Take(_folder.Path);
        Assert.True(mine.Beat());
        File.Delete(LockPath);
        if (isReplaced)
            Write(Elsewhere);
        Assert.False(mine.Beat());
        mine.Dispose();
        Assert.Equal(isReplaced, File.Exists(LockPath));
        Assert.False(mine.Beat());
    }

    [Fact]
    public void A_lock_that_another_took_over_in_place_beats_no_more_and_stays()
    {
        var mine = RunLock.Take(_folder.Path);
        // As another machine does it that has found the heartbeat stale: the file is the same one.
        using (var file = new FileStream(LockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            LockFile.Write(file, Elsewhere);
        Assert.False(mine.Beat());
        mine.Dispose();
        Assert.Equal("elsewhere", LockFile.Read(LockPath)?.Host);
    }

    [Fact]
    public void A_lock_that_is_given_up_leaves_nothing()
    {
        var mine = RunLock.Take(_folder.Path);
        mine.Dispose();
        mine.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private void AssertRefused(int pid, string host)
    {
        var error = Assert.Throws<ResultsException>(() => RunLock.Take(_folder.Path));
        Assert.Equal("UFR013", error.Code);
        Assert.Contains($"process {pid} on {host}", error.Message, StringComparison.Ordinal);
        Assert.Contains(RunFiles.Lock, error.Mend, StringComparison.Ordinal);
    }

    private void Write(LockOwner owner)
    {
        using var file = new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        LockFile.Write(file, owner);
    }
}
