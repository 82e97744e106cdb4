using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Unfold.Reporting.Tests;

/// <summary>The page of a sweep over two axes, with a hole, in a real browser.</summary>
public sealed partial class SweepBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-browser-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Maps_and_tables_are_accessible_and_fit(int width, ColorScheme scheme)
    {
        await using var open = await OpenPage.Of(chromium.Browser, Write(), width, scheme);
        Assert.Empty(open.Complaints);
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var found = await open.Page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
        Assert.Equal(3, await open.Page.Locator("#chosen tbody tr, #map-1 svg, nav a[href='#marginals']").CountAsync());
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Numbers_of_a_map_stand_in_their_cells_and_do_not_take_the_pages_colour(ColorScheme scheme)
    {
        await using var open = await OpenPage.Of(chromium.Browser, Write(), scheme: scheme);
        var number = open.Page.Locator("#map-1 svg text", new() { HasText = "11.00" });
        // The lowest is the darkest of the colours.
        Assert.Equal("rgb(255, 255, 255)", await number.EvaluateAsync<string>("t => getComputedStyle(t).fill"));
        Assert.Equal("rgb(5, 5, 5)", await open.Page.Locator("#map-1 svg text", new() { HasText = "24.00" }).EvaluateAsync<string>("t => getComputedStyle(t).fill"));
        Assert.Equal(3, await open.Page.Locator("#map-1 svg text").Filter(new() { HasTextRegex = Number() }).CountAsync());
    }

    [SkippableFact]
    public async Task The_data_of_a_map_can_be_downloaded()
    {
        await using var open = await OpenPage.Of(chromium.Browser, Write());
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("#map-1 a.download").ClickAsync());
        Assert.Equal("map-1.csv", download.SuggestedFilename);
        Assert.Equal(1 + 3, (await File.ReadAllLinesAsync((await download.PathAsync())!)).Length);
    }

    private string Write() => ExperimentReport.Write(_folder.FullName, "sweep", "Over two axes.", Grid.Holed());

    [GeneratedRegex("^[0-9]+[.][0-9]{2}$", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
