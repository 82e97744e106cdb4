using System.Globalization;
using System.Text;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>Reconstructions beside the truth, with error maps; the same images for every cell.</summary>
internal static class Reconstructions
{
    // More cells are folded away, but for the first of each variant.
    private const int Unfolded = 8;

    private static readonly string[] Header = ["cell", "test image", "psnr"];

    /// <summary>The section, or nothing where no run has images.</summary>
    public static string Section(IReadOnlyList<ReportedCell> cells)
    {
        var first = cells.Select(c => (Cell: c, Images: c.Completed.FirstOrDefault(r => r.Images is { Indices.Count: > 0 })?.Images)).Where(c => c.Images is not null).ToList();
        if (first.Count == 0)
            return "";
        var truth = first[0].Images!;
        var shown = first.Where(c => IsSame(truth, c.Images!)).Select(c => (c.Cell.Name, c.Cell.Variant, Images: c.Images!)).ToList();
        var largest = shown.Max(c => ErrorMap.Largest(c.Images));
        var html = new StringBuilder("<section id=\"reconstructions\"><h2>Reconstructions</h2>\n");
        var ahead = shown.Count <= Unfolded ? shown : [.. shown.DistinctBy(s => s.Variant)];
        html.Append(Grid(truth, ahead, largest));
        if (shown.Count > ahead.Count)
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{shown.Count - ahead.Count} further cells</summary>\n{Grid(truth, [.. shown.Except(ahead)], largest)}</details>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"caption\">The first seed of each. Below a reconstruction its error |x̂ − x|, from black (none) to white ({largest / 255:f2} of the range), one scale for all.");
        if (shown.Count < first.Count)
            html.Append(CultureInfo.InvariantCulture, $" Tested on other images, and not shown: {Html.Encode(string.Join(", ", first.Select(f => f.Cell.Name).Except(shown.Select(s => s.Name))))}.");
        html.Append("</p>\n<p class=\"repeat\">").Append(Html.Download("reconstructions.csv", Data(shown), "PSNR of these images as CSV")).Append("</p>\n</section>\n");
        return html.ToString();
    }

    private static string Grid(ReconstructionSamples truth, IReadOnlyList<(string Name, string Variant, ReconstructionSamples Images)> shown, double largest)
    {
        var html = new StringBuilder();
        var label = string.Join(", ", shown.Select(s => s.Name));
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Images of {Html.Encode(label)}\"><table class=\"images\"><tbody>\n<tr><th scope=\"row\"><span>truth</span></th>");
        for (var i = 0; i < truth.Truth.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<td><img src=\"{Png.DataUri(truth, truth.Truth[i])}\" alt=\"test image {Label(truth, i)}\">{(truth.Names is { } names ? $"<span>{Html.Encode(names[i])}</span>" : "")}</td>");
        html.Append("</tr>\n");
        foreach (var (name, _, images) in shown)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><span>{Html.Name(name)}</span></th>");
            for (var i = 0; i < images.Estimate.Count; i++)
            {
                var psnr = Numbers.Text(images.Psnr[i], "f1");
                html.Append(CultureInfo.InvariantCulture, $"<td><img src=\"{Png.DataUri(images, images.Estimate[i])}\" alt=\"{Html.Encode(name)}, test image {Label(images, i)}, {psnr} dB\">");
                html.Append(CultureInfo.InvariantCulture, $"<img src=\"{ErrorMap.DataUri(images, truth.Truth[i], images.Estimate[i], largest)}\" alt=\"its error\"><span>{psnr} dB</span></td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Label(ReconstructionSamples images, int index) =>
        images.Indices[index].ToString(CultureInfo.InvariantCulture) + (images.Names is { } names ? $" ({Html.Encode(names[index])})" : "");

    private static bool IsSame(ReconstructionSamples a, ReconstructionSamples b) =>
        (a.Channels, a.Height, a.Width) == (b.Channels, b.Height, b.Width) && a.Indices.SequenceEqual(b.Indices) && a.Truth.Zip(b.Truth).All(p => p.First.AsSpan().SequenceEqual(p.Second));

    private static string Data(IEnumerable<(string Name, string Variant, ReconstructionSamples Images)> shown) => Csv.Write(
        Header,
        shown.SelectMany(s => s.Images.Indices.Zip(s.Images.Psnr, (index, psnr) => new[] { Csv.Text(s.Name), index.ToString(CultureInfo.InvariantCulture), Numbers.Exact(psnr) })));
}
