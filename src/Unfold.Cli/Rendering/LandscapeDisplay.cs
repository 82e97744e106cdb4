using System.Globalization;
using Spectre.Console;
using Unfold.Engine.Landscapes;

namespace Unfold.Cli.Rendering;

/// <summary>Shows how far a landscape is: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class LandscapeDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <param name="screen">The console on standard error.</param>
    /// <param name="label">The run.</param>
    /// <param name="take">Takes it; told whom to tell.</param>
    public static T Show<T>(IAnsiConsole screen, string label, Func<Action<LandscapeProgress>, T> take)
    {
        if (!Bars.Fit(screen))
            return take(Lines(screen.Profile.Out.Writer, label));
        return Bars.Run(screen, context =>
        {
            var task = context.AddTask(Markup.Escape(label));
            return take(progress =>
            {
                (task.MaxValue, task.Value) = (progress.Total, progress.Points);
                task.Description = Markup.Escape($"{label} {Text(progress)}");
            });
        });
    }

    private static Action<LandscapeProgress> Lines(TextWriter writer, string label)
    {
        var last = DateTime.UtcNow;
        return progress =>
        {
            if (!progress.IsEigenvalues && progress.Points < progress.Total && DateTime.UtcNow - last < Interval)
                return;
            last = DateTime.UtcNow;
            writer.WriteLine($"[{label}] {Text(progress)}");
        };
    }

    private static string Text(LandscapeProgress progress) =>
        progress.IsEigenvalues ? "eigenvalues" : string.Create(CultureInfo.InvariantCulture, $"point {progress.Points}/{progress.Total}");
}
