using System.Globalization;

namespace Unfold.Datasets;

/// <summary>What arrays mean as signals.</summary>
internal static class NpySignals
{
    /// <summary>The shape of one signal.</summary>
    /// <exception cref="UnfoldException">UFD005: there are none, or the array has another number of dimensions.</exception>
    public static SignalShape ShapeOf(NpyArray array)
    {
        if (array.Shape.Contains(0))
            throw Misshapen(array, "it is empty");
        return array.Shape switch
        {
            [_, var length] => new SignalShape(1, 1, length),
            [_, var height, var width] => new SignalShape(1, height, width),
            [_, var channels, var height, var width] => new SignalShape(channels, height, width),
            _ => throw Misshapen(array, "signals are [count, n], [count, H, W] or [count, C, H, W]"),
        };
    }

    /// <summary>Refuses arrays that hold other signals than the training signals, or others of numbers.</summary>
    /// <exception cref="UnfoldException">UFD005.</exception>
    public static void RequireAlike(NpyArray train, NpyArray other)
    {
        if (ShapeOf(other) != ShapeOf(train) || other.Shape.Count != train.Shape.Count)
            throw Misshapen(other, $"signals of {train.Path} are {string.Join('×', train.Shape.Skip(1))}");
        if (other.IsBytes != train.IsBytes)
            throw Misshapen(other, $"one of it and {train.Path} holds bytes, the other floating-point numbers");
    }

    /// <summary>Maps the values to [0, 1], in place; without a range it only looks at them.</summary>
    /// <exception cref="UnfoldException">UFD013: a value is not finite, or out of the range.</exception>
    public static void ToPixels(NpyArray array, (double Minimum, double Maximum)? range)
    {
        var (low, high) = range ?? (float.MinValue, float.MaxValue);
        for (var i = 0; i < array.Values.Length; i++)
        {
            var value = array.Values[i];
            if (!(value >= (float)low && value <= (float)high))
                throw Unfit(array, i, range is null ? "it is not finite in float32" : string.Create(CultureInfo.InvariantCulture, $"the declared range is {low} to {high}"));
            if (range is not null)
                array.Values[i] = (float)Math.Clamp((value - low) / (high - low), 0, 1);
        }
    }

    /// <summary>Mean and standard deviation of all values.</summary>
    /// <exception cref="UnfoldException">UFD013: all are the same.</exception>
    public static (double Mean, double Deviation) Moments(NpyArray array)
    {
        var mean = array.Values.Average(v => (double)v);
        var deviation = Math.Sqrt(array.Values.Average(v => (v - mean) * (v - mean)));
        return deviation > 0
            ? (mean, deviation)
            : throw new UnfoldException("UFD013", $"all values of {array.Path} are the same: they have no standard deviation to divide by", "set the dataset's option normalization to 'none'");
    }

    private static UnfoldException Misshapen(NpyArray array, string why) =>
        new("UFD005", $"{array.Path} is an array of {(array.Shape.Count == 0 ? "one number" : string.Join('×', array.Shape))}: {why}", "write it with numpy.reshape, or name another file");

    private static UnfoldException Unfit(NpyArray array, int index, string why) => new(
        "UFD013",
        string.Create(CultureInfo.InvariantCulture, $"value {array.Values[index]} of signal {index / (array.Values.Length / array.Shape[0])} in {array.Path} cannot be used: {why}"),
        "correct the file, or the dataset's options minimum and maximum");
}
