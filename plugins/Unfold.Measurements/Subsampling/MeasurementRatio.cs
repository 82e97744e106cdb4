namespace Unfold.Measurements;

/// <summary>From a ratio m/n to m.</summary>
internal static class MeasurementRatio
{
    public static int Count(double ratio, int length) => Math.Max(1, (int)Math.Round(ratio * length));
}
