using TorchSharp;

namespace Unfold.Measurements;

/// <summary>Measurements by a matrix from a NumPy file (.npy): float32 or float64, [m, n], in C or Fortran order. The operator is float32.</summary>
/// <param name="options">The options.</param>
[Component("matrix-file")]
public sealed class MatrixFile(MatrixFileOptions options) : IMeasurement
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    public INoise? Noise => options.Noise;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">
    /// UFD020: no such file; UFD021: another SHA-256; UFD003 or UFD004: no .npy file; UFD022: no matrix that can be read; UFD023: not for such signals.
    /// </exception>
    public MeasurementOperator Draw(SignalShape shape, torch.Generator generator)
    {
        using var scope = torch.NewDisposeScope();
        var (path, content) = MatrixFileContent.Read(options);
        var matrix = NpyMatrix.Parse(content, path);
        // The clone is in memory of libtorch's, as what lives as long as the network must be.
        return matrix.shape[1] == shape.Length
            ? new DenseOperator(matrix.to(torch.float32).contiguous().clone())
            : throw new UnfoldException(
                "UFD023",
                $"the matrix in {path} has {matrix.shape[1]} columns, and a signal of the dataset has n = {shape.Length} entries",
                "name the matrix that was made for these signals (A is [m, n]; transpose it if it is stored as [n, m]), or wrap it in 'block-wise' if it measures blocks");
    }
}
