using Spectre.Console;
using Unfold.Engine.Training;

namespace Unfold.Cli.Rendering;

/// <summary>Shows a run's progress: a bar on a terminal, plain lines elsewhere.</summary>
internal static class TrainingDisplay
{
    /// <param name="screen">The console on standard error.</param>
    /// <param name="variant">The run's variant.</param>
    /// <param name="train">Trains; told whom to tell.</param>
    public static T Show<T>(IAnsiConsole screen, string variant, Func<ITrainingObserver, T> train)
    {
        if (!Bars.Fit(screen))
            return train(new ProgressLines(screen, variant));
        return Bars.Run(screen, context =>
        {
            var bar = new ProgressBar(context, variant);
            var result = train(bar);
            bar.End("done");
            return result;
        });
    }
}
