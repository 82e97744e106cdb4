using System.Text.RegularExpressions;
using SkiaSharp;

namespace Unfold.Reporting.Tests;

[UsesVerify]
public sealed partial class ExperimentReportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_page_shows_every_variant_its_curve_its_images_and_its_notes()
    {
        var html = Write("x", "About <it> & \"more\".", Specimen.Run("a", 0.01), Specimen.Run("b", 0.02));
        Assert.Contains("<th scope=\"row\">a</th>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">b</th>", html, StringComparison.Ordinal);
        Assert.Contains("About &lt;it&gt; &amp; &quot;more&quot;.", html, StringComparison.Ordinal);
        Assert.Contains("a note about b", html, StringComparison.Ordinal);
        Assert.Contains("mean of per-image PSNR", html, StringComparison.Ordinal);
        Assert.Contains("<svg viewBox=", html, StringComparison.Ordinal);
        Assert.Equal(3, Image().Count(html));
        Assert.Contains("n = 1", html, StringComparison.Ordinal);
    }

    // The curves' numbers are ScottPlot's, and change with its version: everything else is ours.
    [Fact]
    public Task The_page_as_a_whole() => Verify(Drawing().Replace(Write("x", "About it.", Specimen.Run("a", 0.01), Specimen.Diverged("b")), "<svg/>"), "html");

    [Fact]
    public Task The_markdown_as_a_whole()
    {
        Write("x", "About it.", Specimen.Run("a", 0.01), Specimen.Run("b", 0.02), Specimen.Diverged("c"));
        return Verify(File.ReadAllText(Path.Combine(_folder.FullName, "x", "report.md")), "md");
    }

    [Fact]
    public void The_page_needs_no_other_file_and_no_network()
    {
        var html = Write("x", "", Specimen.Run("a", 0.01));
        Assert.All(Address().Matches(html), m => Assert.StartsWith("data:", m.Groups["to"].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hostile_names_and_errors_stay_text()
    {
        var run = Specimen.Diverged("<img src=x onerror=alert(1)>");
        var html = Write("x", "<script>alert(1)</script>", run);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.Contains("diverged &lt;at&gt; step 3", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_images_and_curves_the_page_is_still_there()
    {
        var html = Write("x", "", Specimen.Diverged("a"));
        Assert.DoesNotContain("Reconstructions", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Learning curves", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Images_keep_their_pixels(int channels)
    {
        var shape = Specimen.Images(channels);
        using var bitmap = SKBitmap.Decode(Png.Encode(shape, shape.Truth[0]));
        Assert.Equal((3, 2), (bitmap.Width, bitmap.Height));
        var plane = channels == 3 ? 6 : 0;
        for (var i = 0; i < 6; i++)
        {
            var color = bitmap.GetPixel(i % 3, i / 3);
            Assert.Equal((shape.Truth[0][i], shape.Truth[0][i + plane], shape.Truth[0][i + (2 * plane)]), (color.Red, color.Green, color.Blue));
        }
    }

    [Fact]
    public void The_markdown_has_the_same_table()
    {
        Write("x", "About it.", Specimen.Run("a|b", 0.01), Specimen.Run("c", 0.02));
        var lines = File.ReadAllLines(Path.Combine(_folder.FullName, "x", "report.md"));
        Assert.Contains(lines, l => l.StartsWith("| a\\|b | 0.02000 | **0.01000** |", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(l => l.StartsWith('|')));
    }

    private string Write(string experiment, string description, params Results.StoredRun[] runs) =>
        File.ReadAllText(ExperimentReport.Write(_folder.FullName, experiment, description, runs));

    [GeneratedRegex("<img ", RegexOptions.None, 1000)]
    private static partial Regex Image();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline, 1000)]
    private static partial Regex Drawing();

    [GeneratedRegex("(src|href)=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
