using Microsoft.Playwright;

namespace Unfold.Reporting.Tests;

/// <summary>A Chromium of the system, shared by the tests; it is never downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "UNFOLD_CHROMIUM";
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; skips the test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Skip.If(_browser is null, $"no Chromium here: install Debian's package 'chromium', or set {Variable} to one");
            return _browser!;
        }
    }

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists);
        if (path is null)
            return;
        _playwright = await Playwright.CreateAsync();
        // Chromium's own sandbox does not start as root.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
