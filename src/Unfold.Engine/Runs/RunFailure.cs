using System.Runtime.InteropServices;
using Unfold.Engine.Training;

namespace Unfold.Engine.Runs;

/// <summary>An error that nobody foresaw, with what the run was at and in which component.</summary>
internal static class RunFailure
{
    // What the allocators of torch say, which have no type of their own: Linux and macOS, Windows, GPUs.
    private static readonly string[] OutOfMemory = ["can't allocate memory", "not enough memory", "out of memory", "bad_alloc"];

    public static UnfoldException Of(Exception error, TrainingActivity activity) => new(
        IsOutOfMemory(error) ? "UFT016" : "UFT003",
        $"{ErrorText.Kind(error)} ({activity})",
        IsOutOfMemory(error)
            ? "make the network, the batches or the dataset smaller; a component that keeps what it makes has a leak"
            : ErrorText.Unforeseen,
        error);

    private static bool IsOutOfMemory(Exception error) =>
        error is OutOfMemoryException || (error is ExternalException && OutOfMemory.Any(said => error.Message.Contains(said, StringComparison.Ordinal)));
}
