using Spectre.Console;

namespace Unfold.Cli.Rendering;

/// <summary>Progress bars on a terminal that can draw them.</summary>
internal static class Bars
{
    /// <summary>Whether the screen is a terminal that bars can be drawn on.</summary>
    public static bool Fit(IAnsiConsole screen) => screen.Profile.Capabilities is { Ansi: true, Interactive: true };

    /// <summary>Runs some work on this thread while its bars are drawn.</summary>
    public static T Run<T>(IAnsiConsole screen, Func<ProgressContext, T> work) => screen
        .Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new RemainingTimeColumn())
        .Start(work);
}
