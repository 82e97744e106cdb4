using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>|estimate − truth| of an image in colours: black is none, white is the largest error that the page shows.</summary>
internal static class ErrorMap
{
    private static readonly ScottPlot.Colormaps.Magma Colours = new ScottPlot.Colormaps.Magma();

    /// <summary>The largest error of any pixel, 0 … 255; the mean over its channels.</summary>
    public static double Largest(ReconstructionSamples samples) =>
        samples.Truth.Zip(samples.Estimate).SelectMany(pair => Errors(samples, pair.First, pair.Second)).DefaultIfEmpty().Max();

    /// <summary>The map as a PNG file.</summary>
    /// <param name="samples">The images' shape.</param>
    /// <param name="truth">The truth.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="largest">The error that is white; in pixels of 0 … 255.</param>
    public static string DataUri(ReconstructionSamples samples, byte[] truth, byte[] estimate, double largest)
    {
        var errors = Errors(samples, truth, estimate);
        var planes = new byte[3 * errors.Length];
        for (var i = 0; i < errors.Length; i++)
        {
            var colour = Colours.GetColor(largest > 0 ? Math.Min(1, errors[i] / largest) : 0);
            (planes[i], planes[errors.Length + i], planes[(2 * errors.Length) + i]) = (colour.R, colour.G, colour.B);
        }

        return Png.DataUri(samples with { Channels = 3 }, planes);
    }

    private static double[] Errors(ReconstructionSamples samples, byte[] truth, byte[] estimate)
    {
        var plane = samples.Height * samples.Width;
        return [.. Enumerable.Range(0, plane).Select(i => Enumerable.Range(0, samples.Channels).Average(c => Math.Abs(estimate[(c * plane) + i] - (double)truth[(c * plane) + i])))];
    }
}
