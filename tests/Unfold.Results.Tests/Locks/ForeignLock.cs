using System.ComponentModel;
using System.Diagnostics;

namespace Unfold.Results.Tests;

/// <summary>Another process that holds the byte-range lock of a run's lock file, as an Unfold of another process would. Where no python3 is there for it, the test is skipped.</summary>
internal sealed class ForeignLock : IDisposable
{
    private const string Script = """
        import fcntl, os, sys
        descriptor = os.open(sys.argv[1], os.O_RDWR)
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 1 << 20, os.SEEK_SET)
        print("held", flush=True)
        sys.stdin.read()
        """;

    private readonly Process _process;

    public ForeignLock(string lockFile)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the lock of another process is taken with fcntl as Linux has it");
        try
        {
            _process = Process.Start(new ProcessStartInfo("python3", ["-c", Script, lockFile]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        }
        catch (Win32Exception missing)
        {
            Skip.If(true, $"another process takes python3: {missing.Message}");
            throw;
        }

        Assert.Equal("held", _process.StandardOutput.ReadLine());
    }

    public int Pid => _process.Id;

    /// <summary>Ends the process, as a crash would: the file stays.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
