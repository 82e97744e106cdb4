using System.Globalization;
using System.Text;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>The parts of the page.</summary>
internal static class Sections
{
    /// <summary>The table of results.</summary>
    public static string Table(ReportTable table)
    {
        var html = new StringBuilder("<h2>Results on the test images</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">variant</th>");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\">{Html.Encode(column.Title)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append($"<tr><th scope=\"row\">{Html.Encode(row.Variant)}</th>");
            foreach (var cell in row.Cells)
                html.Append(cell.IsBest ? $"<td class=\"best\">{Html.Encode(cell.Text)} ★</td>" : $"<td>{Html.Encode(cell.Text)}</td>");
            if (row.Failure is not null && row.Cells.Count == 0)
                html.Append($"<td class=\"failure\" colspan=\"{table.Columns.Count}\">{Html.Encode(row.Failure)}</td>");
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n<p class=\"quiet\">").Append(Html.Encode(Legend(table))).Append("</p>\n").ToString();
    }

    /// <summary>How the table is to be read.</summary>
    public static string Legend(ReportTable table)
    {
        var counts = table.Rows.Select(r => r.Seeds).Where(n => n > 0).Distinct().Order().ToList();
        var seeds = counts is [1]
            ? "One seed for each variant (n = 1): differences of this size may be chance."
            : $"Mean ± sample standard deviation over seeds (n = {string.Join(", ", counts)}).";
        return $"{seeds} ★ marks the best of a column. Untrained is the network before its first step.";
    }

    /// <summary>Learning curves, or nothing where no variant was trained.</summary>
    public static string Curves(IReadOnlyList<StoredRun> runs)
    {
        var curves = LearningCurve.Of(runs, MetricNames.ValidationMse);
        return curves.Count == 0
            ? ""
            : $"<h2>Learning curves</h2>\n<figure style=\"margin:0\" role=\"img\" aria-label=\"Validation MSE by epoch of {Html.Encode(string.Join(", ", curves.Select(c => c.Variant)))}\">{Inline(CurvePlot.Draw(curves, "validation MSE"))}</figure>\n"
                + "<p class=\"quiet\">MSE of the validation images, which every decision is made on; epoch 0 is the untrained network.</p>\n";
    }

    /// <summary>Reconstructions beside the truth, or nothing where no run has images.</summary>
    public static string Reconstructions(IReadOnlyList<StoredRun> runs)
    {
        var shown = runs.GroupBy(r => r.Result.Name).Select(g => g.First()).Where(r => r.Images is not null).ToList();
        if (shown.Count == 0)
            return "";
        var truth = shown[0].Images!;
        var html = new StringBuilder("<h2>Reconstructions</h2>\n<div class=\"scroll\"><table class=\"grid\"><tbody>\n<tr><th scope=\"row\">truth</th>");
        for (var i = 0; i < truth.Truth.Count; i++)
            html.Append($"<td><img src=\"{Png.DataUri(truth, truth.Truth[i])}\" alt=\"test image {truth.Indices[i]}\"></td>");
        html.Append("</tr>\n");
        foreach (var run in shown)
        {
            var images = run.Images!;
            html.Append($"<tr><th scope=\"row\">{Html.Encode(run.Result.Name)}</th>");
            for (var i = 0; i < images.Estimate.Count; i++)
            {
                var psnr = images.Psnr[i].ToString("f1", CultureInfo.InvariantCulture);
                html.Append($"<td><img src=\"{Png.DataUri(images, images.Estimate[i])}\" alt=\"{Html.Encode(run.Result.Name)}, test image {images.Indices[i]}, {psnr} dB\"><span>{psnr} dB</span></td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    /// <summary>What a reader of the figures must know, and how they are defined.</summary>
    public static string Notes(IReadOnlyList<StoredRun> runs)
    {
        var notes = runs.SelectMany(r => r.Result.Notes.Select(n => $"{r.Result.Name}: {n}"))
            .Concat(runs.Where(r => r.Result.Error is not null).Select(r => $"{r.Result.Name}: {r.Result.Error}"))
            .Distinct()
            .ToList();
        var conventions = runs.Select(r => r.Result.Conventions).FirstOrDefault(c => c.Count > 0);
        var html = new StringBuilder();
        if (notes.Count > 0)
            html.Append("<h2>Notes</h2>\n<ul>").Append(string.Concat(notes.Select(n => $"<li>{Html.Encode(n)}</li>"))).Append("</ul>\n");
        if (conventions is not null)
            html.Append("<h2>How the figures are defined</h2>\n").Append(List(conventions.Select(c => (c.Key, c.Value))));
        return html.ToString();
    }

    /// <summary>What the figures may depend on.</summary>
    public static string Environment(IReadOnlyList<StoredRun> runs) => runs.Select(r => r.Environment).OfType<RunEnvironment>().FirstOrDefault() is not { } first
        ? ""
        : "<h2>Environment</h2>\n" + List(
        [
            ("Unfold", first.Commit is null ? first.Unfold : $"{first.Unfold}, commit {first.Commit}"),
            ("machine", $"{first.Processor}, {first.Cores} cores, {first.Threads} threads, {first.System}"),
            ("device", first.Device),
            ("software", $"{first.DotNet}, TorchSharp {first.TorchSharp}, libtorch {first.LibTorch}"),
            ("dataset", $"SHA-256 {Short(first.DatasetSha256, 16)}, licence: {first.DatasetLicence}"),
            .. runs.SelectMany(r => r.Environment?.Plugins ?? []).DistinctBy(p => p.Sha256).Select(p => (p.Name, $"{p.Version}, SHA-256 {Short(p.Sha256, 16)}")),
            .. runs.Select(r => ($"spec of {r.Result.Name}", $"seed {r.Result.Seed}, SHA-256 {Short(r.Result.SpecSha256, 12)}")),
        ]);

    private static string Short(string hash, int digits) => hash[..Math.Min(digits, hash.Length)] + "…";

    private static string List(IEnumerable<(string Name, string Text)> items) =>
        $"<dl>{string.Concat(items.Select(i => $"<dt>{Html.Encode(i.Name)}</dt><dd>{Html.Encode(i.Text)}</dd>"))}</dl>\n";

    // Without the XML declaration, and with what a browser needs to scale it.
    private static string Inline(string svg) =>
        $"<svg viewBox=\"0 0 {CurvePlot.Width} {CurvePlot.Height}\"" + svg[(svg.IndexOf("<svg", StringComparison.Ordinal) + "<svg".Length)..];
}
