using Unfold.Engine.Training;

namespace Unfold.Engine.Runs;

/// <summary>An error that nobody foresaw, with what the run was at and in which component.</summary>
internal static class RunFailure
{
    public static UnfoldException Of(Exception error, TrainingActivity activity) => new(
        error is OutOfMemoryException ? "UFT016" : "UFT003",
        $"{error.GetType().Name}: {FirstLine(error.Message)} ({activity})",
        error is OutOfMemoryException
            ? "make the network, the batches or the dataset smaller; a component that keeps what it makes has a leak"
            : "nobody foresaw this: a mistake in a plugin or in Unfold, --verbose shows where",
        error);

    // libtorch appends its own stack.
    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
