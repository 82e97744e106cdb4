using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Unfold.Reporting.Tests;

/// <summary>The page as a reader sees it, in a real browser.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Rows = "#results table tbody tr:visible th";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-browser-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Nothing_is_complained_of_all_images_load_and_nothing_overflows(int width, ColorScheme scheme)
    {
        await using var open = await OpenPage.Of(chromium.Browser, WriteStudy(), width, scheme);
        await Photograph(open.Page, $"study-{width}-{scheme}");
        Assert.Empty(open.Complaints);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("[...document.images].filter(i => !i.complete || i.naturalWidth === 0).length"));
        Assert.Equal(4, await open.Page.Locator("#landscape-pictures svg").CountAsync());
        Assert.InRange(await open.Page.EvaluateAsync<int>("document.images.length"), 8 + (9 * 16), 1000);
        Assert.Equal(width, await WidthUnfolded(open.Page));
        Assert.Equal(scheme == ColorScheme.Dark, await open.Page.EvaluateAsync<bool>("getComputedStyle(document.body).color.match(/\\d+/g)[0] > 128"));
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_can_be_read_with_a_screen_reader_and_little_contrast_vision(ColorScheme scheme)
    {
        await using var open = await OpenPage.Of(chromium.Browser, WriteStudy(), scheme: scheme);
        var found = await open.Page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
        Assert.Equal(0, await open.Page.Locator("figure svg:not([aria-label])").CountAsync());
    }

    [SkippableFact]
    public async Task A_column_sorts_up_down_and_back_and_missing_values_stay_last()
    {
        await using var open = await OpenPage.Of(chromium.Browser, WriteStudy());
        var before = await open.Page.Locator(Rows).AllInnerTextsAsync();
        var heading = open.Page.Locator("#results th button", new() { HasText = "test MSE" }).Nth(1);
        await heading.ClickAsync();
        Assert.Equal(["lmmse", "c-dec[layers=20]"], (await open.Page.Locator(Rows).AllInnerTextsAsync()).Take(2));
        Assert.Equal("ascending", await open.Page.Locator("#results th[aria-sort]").GetAttributeAsync("aria-sort"));
        await heading.ClickAsync();
        Assert.Equal("deconet[layers=5]", (await open.Page.Locator(Rows).AllInnerTextsAsync())[0]);
        Assert.Equal("lmmse", (await open.Page.Locator(Rows).AllInnerTextsAsync())[^1]);
        await heading.ClickAsync();
        Assert.Equal(before, await open.Page.Locator(Rows).AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task The_main_tables_fit_and_names_break_between_their_parts_alone()
    {
        await using var wide = await OpenPage.Of(chromium.Browser, WriteStudy(), 1100);
        Assert.Equal(0, await wide.Page.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('#results .scroll, #claims .scroll')].map(s => s.scrollWidth - s.clientWidth))"));
        await using var narrow = await OpenPage.Of(chromium.Browser, WriteStudy(), 390);
        Assert.Equal(0, await narrow.Page.EvaluateAsync<int>("[...document.querySelectorAll('th[scope=row] > span > span')].filter(s => s.getClientRects().length > 1 || s.scrollHeight > 1.9 * parseFloat(getComputedStyle(s).lineHeight)).length"));
    }

    [SkippableFact]
    public async Task The_filter_shows_rows_whose_names_have_every_word()
    {
        await using var open = await OpenPage.Of(chromium.Browser, WriteStudy());
        var filter = open.Page.Locator("#results .filter input");
        await filter.FillAsync("DEC layers=5");
        Assert.Equal(["deconet[layers=5]", "c-dec[layers=5]"], await open.Page.Locator(Rows).AllInnerTextsAsync());
        Assert.Equal("2 of 9", await open.Page.Locator("#results .filter span").InnerTextAsync());
        await filter.FillAsync("");
        Assert.Equal(9, await open.Page.Locator(Rows).CountAsync());
    }

    [SkippableFact]
    public async Task Without_scripts_everything_is_there()
    {
        await using var open = await OpenPage.Of(chromium.Browser, WriteStudy(), hasScript: false);
        Assert.Equal(9, await open.Page.Locator(Rows).CountAsync());
        Assert.Equal(0, await open.Page.Locator("th button, .filter").CountAsync());
    }

    [SkippableFact]
    public async Task The_data_of_a_figure_can_be_downloaded_from_inside_the_page()
    {
        await using var open = await OpenPage.Of(chromium.Browser, WriteStudy());
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("#learning-curves a.download").ClickAsync());
        Assert.Equal("learning-curves.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        Assert.Equal("cell,epoch,mean,standard deviation,seeds", lines[0]);
        Assert.Equal(1 + (8 * 6), lines.Length);
    }

    [SkippableFact]
    public async Task Hostile_names_and_descriptions_are_text()
    {
        const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
        var runs = Study.Runs(2).Select(r => r with { Result = r.Result with { Variant = $"{r.Result.Variant}{Hostile}", Cell = r.Result.Cell is { } cell ? cell + Hostile : null, Notes = [Hostile] } }).ToList();
        await using var open = await OpenPage.Of(chromium.Browser, ExperimentReport.Write(_folder.FullName, Hostile, Hostile, runs, Study.Expect, Hostile), 390);
        Assert.Empty(open.Complaints);
        Assert.Equal(Hostile, await open.Page.Locator(".question").InnerTextAsync());
        Assert.Equal(Hostile, await open.Page.Locator("h1").InnerTextAsync());
        Assert.Equal($"{Hostile} – Unfold", await open.Page.TitleAsync());
        Assert.Equal(390, await WidthUnfolded(open.Page));
        Assert.Equal($"lmmse{Hostile}", await open.Page.Locator(Rows).First.InnerTextAsync());
        Assert.Equal(1, await open.Page.Locator("script").CountAsync());
        Assert.Equal(0, await open.Page.Locator("img[src=x]").CountAsync());
        Assert.Contains(Hostile, await open.Page.Locator("#pareto svg").First.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    // With everything shown that is folded away.
    private static Task<int> WidthUnfolded(IPage page) =>
        page.EvaluateAsync<int>("() => { document.querySelectorAll('details').forEach(d => d.open = true); return document.documentElement.scrollWidth; }");

    // Looked at by people: UNFOLD_SCREENSHOTS names a folder.
    private static async Task Photograph(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("UNFOLD_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private string WriteStudy() => ExperimentReport.Write(_folder.FullName, Study.Name, Study.Description, Study.Runs(), Study.Expect);
}
