using System.Globalization;
using Spectre.Console;
using Unfold.Engine.Data;

namespace Unfold.Cli.Rendering;

/// <summary>Shows how far downloads are: a bar for each file on a terminal, a line for each finished file elsewhere.</summary>
internal static class FetchDisplay
{
    /// <param name="screen">The console on standard error.</param>
    /// <param name="fetch">Fetches; told whom to tell.</param>
    public static T Show<T>(IAnsiConsole screen, Func<Action<FetchProgress>, T> fetch)
    {
        if (!Bars.Fit(screen))
            return fetch(progress => Line(screen, progress));
        return Bars.Run(screen, context =>
        {
            var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            return fetch(progress =>
            {
                if (!tasks.TryGetValue(progress.File, out var task))
                    tasks[progress.File] = task = context.AddTask(Markup.Escape(progress.File), maxValue: progress.Total);
                task.Value = progress.Received;
            });
        });
    }

    private static void Line(IAnsiConsole screen, FetchProgress progress)
    {
        if (progress.Received == progress.Total)
            screen.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.File}: {progress.Total} bytes"));
    }
}
