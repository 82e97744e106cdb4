namespace Unfold.Engine.Data;

/// <summary>Where datasets look for their files.</summary>
public static class DataFolders
{
    /// <summary>The environment variable that names a data folder.</summary>
    public const string Variable = "UNFOLD_DATA";

    /// <summary>The folders, in order: <c>UNFOLD_DATA</c> where it is set, then the user's cache.</summary>
    public static IReadOnlyList<string> Resolve()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(named) ? [CacheFolder()] : [named, CacheFolder()];
    }

    /// <summary><c>unfold/data</c> in the user's cache folder.</summary>
    public static string CacheFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var root = string.IsNullOrEmpty(cache) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache") : cache;
        return Path.Combine(root, "unfold", "data");
    }
}
