using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;
using Unfold.Results;

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
        Assert.Contains("<th scope=\"row\"><span>a</span></th>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\"><span>b</span></th>", html, StringComparison.Ordinal);
        Assert.Contains("About &lt;it&gt; &amp; &quot;more&quot;.", html, StringComparison.Ordinal);
        Assert.Contains("a note about b", html, StringComparison.Ordinal);
        Assert.Contains("mean of per-image PSNR", html, StringComparison.Ordinal);
        Assert.Contains("<svg viewBox=", html, StringComparison.Ordinal);
        // The truth, and two estimates with their errors.
        Assert.Equal(5, Image().Count(html));
        Assert.Contains("n = 1", html, StringComparison.Ordinal);
    }

    // The curves' numbers are ScottPlot's, and change with its version: everything else is ours.
    [Fact]
    public Task The_page_as_a_whole() => Verify(
        Drawing().Replace(Write("x", "About it.", Specimen.Run("a", 0.01), Specimen.Diverged("b")), "<svg/>")
            .Replace(Style.Css, "style", StringComparison.Ordinal)
            .Replace(Script.Js, "script", StringComparison.Ordinal)
            .Replace(Script.Hash, "hash", StringComparison.Ordinal),
        "html");

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
        Assert.All(Address().Matches(html), m => Assert.Matches("^(data:|#)", m.Groups["to"].Value));
        Assert.DoesNotContain("http:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hostile_names_and_errors_stay_text()
    {
        var run = Specimen.Diverged("<img src=x onerror=alert(1)>");
        var html = Write("x", "<script>alert(1)</script>", run);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
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

    [Fact]
    public void Runs_without_pictures_have_no_section_and_names_of_images_are_told()
    {
        var run = Specimen.Run("a", 0.01);
        Assert.DoesNotContain("id=\"reconstructions\"", Write("x", "", run with { Images = new ReconstructionSamples(1, 1, 500, [], [], [], []) }), StringComparison.Ordinal);
        var named = Write("x", "", run with { Images = Specimen.Images(channels: 1) with { Names = ["barbara & co"] } });
        Assert.Contains("alt=\"test image 7 (barbara &amp; co)\"", named, StringComparison.Ordinal);
        Assert.Contains("<span>barbara &amp; co</span>", named, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variant_stands_beside_the_others_reconstructions()
    {
        var html = Write("x", "", [.. Enumerable.Range(1, 9).Select(i => Cell("a", i)), Cell("b", 1), Cell("b", 2)]);
        var section = html[html.IndexOf("id=\"reconstructions\"", StringComparison.Ordinal)..];
        Assert.Contains("aria-label=\"Images of a[k=1], b[k=1]\"", section, StringComparison.Ordinal);
        Assert.Contains("<summary>9 further cells</summary>", section, StringComparison.Ordinal);

        static Results.StoredRun Cell(string variant, int k)
        {
            var run = Specimen.Run(variant, 0.01);
            return run with { Result = run.Result with { Cell = $"{variant}[k={k}]" } };
        }
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
        Assert.Contains(lines, l => l.StartsWith("| a\\|b | 1 | 0.02000 | 0.01000 |", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(l => l.StartsWith('|')));
    }

    [Fact]
    public Task The_markdown_of_a_study() => Verify(Text("report.md"), "md");

    [Fact]
    public Task The_latex_of_a_study() => Verify(Text("report.tex"), "tex");

    [Fact]
    public void The_csv_has_every_run_with_every_metric()
    {
        var lines = Text("report.csv").TrimEnd('\n').Split('\n');
        Assert.Equal(1 + 54, lines.Length);
        Assert.StartsWith("variant,cell,seed,status,spec_sha256,generalization.gap,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("c-dec,c-dec[layers=20],5,completed,ffff", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_of_claims_are_numbers()
    {
        var lines = ClaimData.Csv(ClaimJudge.Judge(Study.Expect.Claims, Study.Runs())).TrimEnd('\n').Split('\n');
        Assert.Equal(1 + 14, lines.Length);
        Assert.Equal(18, lines[0].Split(',').Length);
        Assert.All(lines[1..], l => Assert.All(l.Split(',')[^14..], field => Assert.True(field.Length == 0 || double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _), field)));
        // Of a gap there are no figures for each image.
        Assert.Contains(lines, l => l.EndsWith(",,,", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_of_two_reports_are_not_the_same() =>
        Assert.Equal("tab:paper-mnist-layers:claim-1", LatexTable.Label("paper/mnist_layers}", "claim-1"));

    [Fact]
    public void Hostile_names_stay_text_in_every_file()
    {
        const string Hostile = "=1+1\\input{x}<b>|`$";
        ExperimentReport.Write(_folder.FullName, Hostile, Hostile, [Specimen.Run(Hostile, 0.01)]);
        string File(string name) => System.IO.File.ReadAllText(Path.Combine(_folder.FullName, Hostile, name));
        // A comment, which has the command to repeat, is read by nobody but people.
        Assert.DoesNotContain("\\input{x}", string.Concat(File("report.tex").Split('\n').Where(l => !l.StartsWith('%'))), StringComparison.Ordinal);
        Assert.Contains("\\textbackslash{}input\\{x\\}\\textless{}b\\textgreater{}\\textbar{}`\\$", File("report.tex"), StringComparison.Ordinal);
        Assert.Contains("\n'=1+1", File("report.csv"), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;\\|\\`", File("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_that_is_not_declared_has_no_verdicts_and_says_so() =>
        Assert.Contains("not declared here any more", Write("x", "", Specimen.Run("a", 0.01)), StringComparison.Ordinal);

    private string Text(string file)
    {
        ExperimentReport.Write(_folder.FullName, Study.Name, Study.Description, Study.Runs(), Study.Expect, "unfold run paper/mnist-layers --force");
        return File.ReadAllText(Path.Combine(_folder.FullName, Study.Name, file));
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
