using Unfold.Hosting;

namespace Unfold.Cli;

/// <summary>Where <c>plugins.lock.json</c> lies: at the root of the repository that the user stands in, else in the current folder.</summary>
internal static class PluginLockFile
{
    public static string Path => System.IO.Path.Combine(SourceTree.Find(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory(), PluginLock.FileName);

    /// <summary>Refuses plugins that are not as the lock says.</summary>
    /// <exception cref="UnfoldException">UFP022: there is no lock, or a plugin is not as it says.</exception>
    public static void Check(IEnumerable<PluginReport> plugins) => PluginLock.Read(Path).Check(plugins, Path);
}
