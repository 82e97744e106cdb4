using Spectre.Console;
using Unfold.Engine.Optimizers;
using Unfold.Hosting;

namespace Unfold.Cli;

/// <summary>What commands work with: documents go to <see cref="Out"/>, everything else to <see cref="Screen"/>, which draws on stderr.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Screen">The console on standard error.</param>
/// <param name="Search">Where plugins are looked for.</param>
internal sealed record CliContext(TextWriter Out, IAnsiConsole Screen, PluginSearch Search)
{
    /// <summary>Whether errors that nobody foresaw show their stack trace.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Requests to stop; commands that take long listen to them.</summary>
    public StopSignals Stop { get; init; } = new();

    public static CliContext OfThisProcess() => new(
        Console.Out,
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        PluginSearch.OfThisProgram(typeof(Adam).Assembly));

    public PluginHost OpenHost() => PluginHost.Open(Search);
}
