using System.Globalization;

namespace Unfold.Results;

/// <summary>Reads test-images.csv, as <see cref="ImageFigures.ToCsv"/> writes it.</summary>
public static class ImageFiguresFile
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="ResultsException">UFR003: it is damaged.</exception>
    public static ImageFigures Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines is not [ImageFigures.Header, ..])
            throw Damaged(path, 1, $"its header is not {ImageFigures.Header}");
        var rows = lines.Skip(1).Select((line, i) => Row(path, i, line)).ToList();
        return new ImageFigures([.. rows.Select(r => r.Mse)], [.. rows.Select(r => r.Psnr).OfType<double>()], [.. rows.Select(r => r.Ssim).OfType<double>()]);
    }

    private static (double Mse, double? Psnr, double? Ssim) Row(string path, int index, string line)
    {
        var fields = line.Split(',');
        if (fields.Length != 4 || fields[0] != index.ToString(CultureInfo.InvariantCulture))
            throw Damaged(path, index + 2, $"a row is {ImageFigures.Header} in the order of the images, not '{line}'");
        return (Number(fields[1]), Optional(fields[2]), Optional(fields[3]));

        double? Optional(string field) => field.Length == 0 ? null : Number(field);

        double Number(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Damaged(path, index + 2, $"'{field}' is no number");
    }

    private static ResultsException Damaged(string path, int line, string reason) => new("UFR003", $"{path}({line}) cannot be read: {reason}", "repeat the run with --force");
}
