using Unfold.Hosting;
using Unfold.Sweeps;

namespace Unfold.Cli.Sweeps;

/// <summary>A site's profile in a file.</summary>
internal static class SiteProfileFile
{
    private const string FileName = "profile.json";

    /// <summary>Reads one.</summary>
    /// <returns>The profile, and its text.</returns>
    /// <exception cref="SpecException">It has mistakes: all of them.</exception>
    /// <exception cref="UnfoldException">UFX016: there is no such file.</exception>
    public static (SiteProfile Profile, string Text) Read(string path)
    {
        if (!File.Exists(path))
            throw new UnfoldException("UFX016", $"there is no file {path}", "check the path; docs/sweeps.md tells how a site's profile is written");
        var text = File.ReadAllText(path);
        var read = SiteProfileReader.Read(path, text);
        return read.Profile is { } profile ? (profile, text) : throw new SpecException(read.Diagnostics);
    }

    /// <summary>Where a sweep keeps the one that it was submitted with.</summary>
    public static string PathIn(SweepFolder sweep) => Path.Combine(sweep.Path, FileName);

    /// <summary>The one that a sweep was submitted with, and its text.</summary>
    /// <exception cref="SweepException">UFS007: it was not submitted.</exception>
    public static (SiteProfile Profile, string Text) OfSweep(SweepFolder sweep) => File.Exists(PathIn(sweep))
        ? Read(PathIn(sweep))
        : throw new SweepException("UFS007", $"the sweep {sweep.Id} was not submitted to a cluster", $"submit it: unfold sweep submit {sweep.Plan.Called} --profile <site.json>");
}
