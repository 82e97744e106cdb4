namespace Unfold.Datasets;

/// <summary>Paints one phantom. Coordinates run from −1 to 1 over the image.</summary>
internal sealed class PhantomPainter(SplitMix64 random, int size)
{
    private readonly double _edge = 28.0 / size * 0.05;

    public void Paint(Span<float> pixels)
    {
        var (slopeX, slopeY, level) = (random.Uniform(-0.06, 0.06), random.Uniform(-0.06, 0.06), random.Uniform(0.05, 0.15));
        Blend(pixels, (_, _) => 1, (x, y) => level + (slopeX * x) + (slopeY * y));
        var ellipses = 1 + random.Below(3);
        for (var i = 0; i < ellipses; i++)
            Ellipse(pixels, large: i == 0);
        var strokes = random.Below(3);
        for (var i = 0; i < strokes; i++)
            Stroke(pixels);
        foreach (ref var pixel in pixels)
            pixel = Math.Clamp(pixel, 0, 1);
    }

    private void Ellipse(Span<float> pixels, bool large)
    {
        var (centreX, centreY) = (random.Uniform(-0.45, 0.45), random.Uniform(-0.45, 0.45));
        var a = large ? random.Uniform(0.4, 0.75) : random.Uniform(0.15, 0.4);
        var b = a * random.Uniform(0.5, 1);
        var angle = random.Uniform(0, Math.PI);
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (value, shade) = (random.Uniform(0.25, 0.9), random.Uniform(-0.25, 0.25));
        Blend(
            pixels,
            (x, y) =>
            {
                var (u, v) = ((((x - centreX) * cos) + ((y - centreY) * sin)) / a, (((y - centreY) * cos) - ((x - centreX) * sin)) / b);
                return Soft((1 - Math.Sqrt((u * u) + (v * v))) * b);
            },
            (x, _) => value + (shade * (x - centreX)));
    }

    private void Stroke(Span<float> pixels)
    {
        var (x1, y1, x2, y2) = (random.Uniform(-0.8, 0.8), random.Uniform(-0.8, 0.8), random.Uniform(-0.8, 0.8), random.Uniform(-0.8, 0.8));
        var (half, value) = (random.Uniform(0.04, 0.09), random.Uniform(0.6, 1));
        var length = ((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)) + 1e-9;
        Blend(
            pixels,
            (x, y) =>
            {
                var t = Math.Clamp((((x - x1) * (x2 - x1)) + ((y - y1) * (y2 - y1))) / length, 0, 1);
                var (dx, dy) = (x - x1 - (t * (x2 - x1)), y - y1 - (t * (y2 - y1)));
                return Soft(half - Math.Sqrt((dx * dx) + (dy * dy)));
            },
            (_, _) => value);
    }

    /// <summary>Coverage from the signed distance to the edge: 0 outside, 1 inside, smooth between.</summary>
    private double Soft(double inside)
    {
        var t = Math.Clamp((inside / _edge) + 0.5, 0, 1);
        return t * t * (3 - (2 * t));
    }

    private void Blend(Span<float> pixels, Func<double, double, double> coverage, Func<double, double, double> value)
    {
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var (x, y) = (((column + 0.5) / size * 2) - 1, ((row + 0.5) / size * 2) - 1);
                ref var pixel = ref pixels[(row * size) + column];
                var alpha = coverage(x, y);
                pixel = (float)((pixel * (1 - alpha)) + (alpha * value(x, y)));
            }
        }
    }
}
