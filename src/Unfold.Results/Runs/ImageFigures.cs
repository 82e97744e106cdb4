namespace Unfold.Results;

/// <summary>A run's test-images.csv: the figures of every test image, in the order of the split, for tests that pair images.</summary>
/// <param name="Mse">Mean squared errors, pixel units.</param>
/// <param name="Psnr">PSNR in dB.</param>
/// <param name="Ssim">SSIM; empty for signals smaller than its window.</param>
public sealed record ImageFigures(IReadOnlyList<double> Mse, IReadOnlyList<double> Psnr, IReadOnlyList<double> Ssim);
