using System.Globalization;
using System.Text;

namespace Unfold.Results;

/// <summary>A run's test-images.csv: the figures of every test image, in the order of the split, for tests that pair images.</summary>
/// <param name="Mse">Mean squared errors, pixel units.</param>
/// <param name="Psnr">PSNR in dB; empty for signals without a range.</param>
/// <param name="Ssim">SSIM; empty for signals smaller than its window or without a range.</param>
public sealed record ImageFigures(IReadOnlyList<double> Mse, IReadOnlyList<double> Psnr, IReadOnlyList<double> Ssim)
{
    internal const string Header = "index,mse,psnr,ssim";

    /// <summary>The file's text: <c>index,mse,psnr,ssim</c>, a line for each image.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(Header + "\n");
        for (var i = 0; i < Mse.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i},{Mse[i]:R},{Optional(Psnr, i)},{Optional(Ssim, i)}\n");
        return text.ToString();
    }

    private static string Optional(IReadOnlyList<double> column, int index) => column.Count > index ? column[index].ToString("R", CultureInfo.InvariantCulture) : "";
}
