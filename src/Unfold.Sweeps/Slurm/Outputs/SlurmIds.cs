using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>Jobs as Slurm's commands call them.</summary>
public static class SlurmIds
{
    /// <summary>A job: <c>263</c>, or an element of an array: <c>263_4</c>.</summary>
    public static string Of(int arrayId, int? index) =>
        index is { } i ? string.Create(CultureInfo.InvariantCulture, $"{arrayId}_{i}") : arrayId.ToString(CultureInfo.InvariantCulture);
}
