namespace Unfold.Datasets;

/// <summary>An array of a .npy file.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Shape">Its dimensions, outermost first.</param>
/// <param name="Values">In C order; those of float64 files rounded to float32.</param>
/// <param name="IsBytes">Whether the file holds bytes, 0 … 255.</param>
internal sealed record NpyArray(string Path, IReadOnlyList<int> Shape, float[] Values, bool IsBytes);
