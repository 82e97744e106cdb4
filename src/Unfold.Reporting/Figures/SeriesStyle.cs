using ScottPlot;

namespace Unfold.Reporting;

/// <summary>How a series is drawn: a colour and a marker, so that neither alone must tell it.</summary>
/// <param name="Index">Its place among the series.</param>
internal sealed record SeriesStyle(int Index)
{
    /// <summary>Colours on white; each is distinguishable with red-green blindness. The page gives them their counterparts on black.</summary>
    public static IReadOnlyList<string> Palette { get; } = ["#0062A3", "#C2570C", "#00794F", "#A8327E", "#5D60C4", "#8A6D00", "#00838F", "#4A4F57"];

    private static readonly (MarkerShape Shape, string Sign)[] Markers =
    [
        (MarkerShape.FilledCircle, "●"), (MarkerShape.FilledSquare, "■"), (MarkerShape.FilledTriangleUp, "▲"), (MarkerShape.FilledDiamond, "◆"), (MarkerShape.FilledTriangleDown, "▼"),
    ];

    /// <summary>The class of its colour in the page.</summary>
    public string Class => $"s{(Index % Palette.Count) + 1}";

    /// <summary>Its marker as a character.</summary>
    public string Sign => Markers[Index % Markers.Length].Sign;

    /// <summary>Its marker in a plot.</summary>
    public MarkerShape Marker => Markers[Index % Markers.Length].Shape;

    /// <summary>Its colour in a plot.</summary>
    public Color Color => Color.FromHex(Palette[Index % Palette.Count]);
}
