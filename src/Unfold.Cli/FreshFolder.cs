using Unfold.Results;

namespace Unfold.Cli;

/// <summary>A folder of its own for runs that are compared and then not needed: it stays, and says where, unless it is given up.</summary>
internal sealed class FreshFolder(CliContext context) : IDisposable
{
    private bool _isNeeded = true;

    /// <summary>Where it is: the one of the process before this one, where that was replaced.</summary>
    public string Path { get; } = context.Session.Folder ??= Make();

    /// <summary>Nothing in it has to be looked at.</summary>
    public void GiveUp() => _isNeeded = false;

    public void Dispose()
    {
        if (_isNeeded && Directory.EnumerateFileSystemEntries(Path).Any())
            context.Screen.Profile.Out.Writer.WriteLine($"runs: {Path}");
        else
            Directory.Delete(Path, recursive: true);
    }

    private static string Make()
    {
        try
        {
            return Directory.CreateTempSubdirectory("unfold-verify-").FullName;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR001", $"no temporary folder can be made: {refused.Message}", "choose a folder with --out", refused);
        }
    }
}
