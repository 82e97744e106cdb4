using System.Collections.Concurrent;

namespace Unfold.Results;

/// <summary>
/// Keeps a run's folder for one process: a file with owner and heartbeat, and a byte-range lock on it where the file system has them (local disks and NFS
/// do), which the system itself gives up when the process dies. A heartbeat alone decides only about other machines.
/// </summary>
public sealed class RunLock : IDisposable
{
    // Behind the content: on Windows a locked byte cannot be read.
    private const long LockedByte = 1 << 20;
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

    // So long two machines that find the same stale lock wait to see who wrote last.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    // Byte-range locks do not keep out the process that holds them.
    private static readonly ConcurrentDictionary<string, RunLock> Held = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly LockOwner _owner;
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    private RunLock(string path, FileStream file, LockOwner owner, LockOwner? before) => (_path, _file, _owner, TakenOverFrom) = (path, file, owner, before);

    /// <summary>The owner whose lock was left behind, or null.</summary>
    public LockOwner? TakenOverFrom { get; }

    /// <summary>Takes the lock of a folder that is there.</summary>
    /// <exception cref="ResultsException">UFR013: another process has it; UFR001 or UFR002: it cannot be written.</exception>
    public static RunLock Take(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, RunFiles.Lock));
        RunLock? taken = null;
        AtomicFile.Guard(path, () =>
        {
            if (!Held.TryAdd(path, null!))
                throw Refused(folder, LockOwner.Me());
            try
            {
                // Until it is certain that the file that was locked is the one of the name: its last owner may have deleted it in between.
                while (taken is null)
                    taken = TryTake(folder, path);
                Held[path] = taken;
            }
            catch
            {
                Held.TryRemove(path, out _);
                throw;
            }
        });
        return taken!;
    }

    /// <summary>Who works on a folder now, or null. Of other machines as far as this one's clock can tell: nothing is written, and nothing decided by it.</summary>
    public static LockOwner? OwnerOf(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, RunFiles.Lock));
        if (Held.TryGetValue(path, out var mine))
            return mine?._owner ?? LockOwner.Me();
        // A file that cannot be opened for its owner's lock is an owner's too: what it says is what is known.
        return LockFile.Read(path) is { } owner && (owner.IsAliveHere || (!owner.IsHere && DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < Stale)) ? owner : null;
    }

    /// <summary>Whoever a folder's lock file names, dead or alive; null where there is none. </summary>
    public static LockOwner? LastOwnerOf(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, RunFiles.Lock));
        // Opened and closed again, the file of this process would lose its lock.
        return Held.TryGetValue(path, out var mine) ? mine?._owner ?? LockOwner.Me() : LockFile.Read(path);
    }

    /// <summary>Says that the owner lives.</summary>
    /// <returns>Whether the lock is still this one: after a long sleep another machine may have taken it.</returns>
    public bool Beat()
    {
        lock (_writing)
        {
            if (!_file.CanWrite || !IsOurs())
                return false;
            LockFile.Write(_file, _owner with { Heartbeat = Clock.Now() });
            return true;
        }
    }

    /// <summary>Gives it up.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            if (!_file.CanWrite)
                return;
            try
            {
                if (IsOurs())
                    File.Delete(_path);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // In a folder that has become read-only the file stays; its lock is given up all the same.
            }
            finally
            {
                _file.Dispose();
                Held.TryRemove(_path, out _);
            }
        }
    }

    private static RunLock? TryTake(string folder, string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            if (!IsFree(file))
                throw Refused(folder, LockFile.Read(path));
            var before = LockFile.Read(file);
            if (before is { IsAliveHere: true } || (before is { IsHere: false } && LockFile.AgeOf(path) < Stale))
                throw Refused(folder, before);
            var owner = LockOwner.Me();
            LockFile.Write(file, owner);
            if (before is { IsHere: false })
                Settle();
            if (IsOf(file, path, owner))
                return new RunLock(path, file, owner, before);
            file.Dispose();
            return null;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool IsFree(FileStream file)
    {
        // Where the system has no such locks, owner and heartbeat have to do.
        if (OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsFreeBSD())
            return true;
        try
        {
            file.Lock(LockedByte, 1);
            return true;
        }
        // ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL: a file system without such locks, where owner and heartbeat have to do as well.
        catch (IOException none) when (none.HResult is 37 or 38 or 95 or 22)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Nothing on this machine tells when another one writes: only time does.
    private static void Settle()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(Settling);
    }

    private bool IsOurs() => IsOf(_file, _path, _owner);

    // Taken over in place, the file is the same and names another; made anew, it is another.
    private static bool IsOf(FileStream file, string path, LockOwner owner) => LockFile.Read(file)?.Token == owner.Token && LockFile.IsSame(file, path);

    private static ResultsException Refused(string folder, LockOwner? owner) => new(
        "UFR013",
        $"another process works on {folder}: {(owner is null ? "who it is cannot be read" : $"process {owner.Pid} on {owner.Host}, last heard of at {owner.Heartbeat}")}",
        $"wait for it, or stop it; where you know that it is dead, delete {Path.Combine(folder, RunFiles.Lock)}");
}
