namespace Unfold.Sweeps;

/// <summary>Reads a site's profile and tells what is wrong with it, as experiments are read.</summary>
public static class SiteProfileReader
{
    /// <summary>Reads a profile: JSON with comments.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    public static SiteProfileReadResult Read(string file, string text) => throw new NotSupportedException("to come");
}
