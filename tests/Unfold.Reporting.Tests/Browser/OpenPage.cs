using Microsoft.Playwright;

namespace Unfold.Reporting.Tests;

/// <summary>A report in a browser, and what the browser complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OpenPage(IBrowserContext context, IPage page, List<string> complaints) => (_context, Page, Complaints) = (context, page, complaints);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, errors of scripts, and requests that went anywhere but to the file.</summary>
    public IReadOnlyList<string> Complaints { get; }

    public static async Task<OpenPage> Of(IBrowser browser, string file, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool hasScript = true)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = hasScript, AcceptDownloads = true });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("file:", StringComparison.Ordinal))
                complaints.Add(request.Url);
        };
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add($"a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        return new OpenPage(context, page, complaints);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
