using System.Text;
using System.Text.RegularExpressions;
using Unfold.Build;

namespace Unfold.Engine.Native;

/// <summary>Whether the system's libstdc++ has the versions that a library insists on.</summary>
internal static partial class GlibcxxRequirement
{
    /// <returns>A missing version that is not weak, or null. Null, too, where there is no libstdc++ to look at: the loader then says so itself.</returns>
    public static string? Unmet(string library)
    {
        var standard = SharedLibraryFinder.Find("libstdc++.so.6");
        if (standard is null)
            return null;
        var provided = Version().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(standard))).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        return ElfVersionRelaxer.Requirements(File.ReadAllBytes(library))
            .Where(r => !r.IsWeak && Version().IsMatch(r.Name) && !provided.Contains(r.Name))
            .Select(r => r.Name)
            .FirstOrDefault();
    }

    [GeneratedRegex(@"GLIBCXX_3\.4(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Version();
}
