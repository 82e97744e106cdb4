using System.Globalization;
using System.Xml.Linq;

namespace Unfold.Reporting;

/// <summary>Turns a drawing of ScottPlot into an element of a page: it scales, its colours follow the page's, its text is set by the browser.</summary>
internal static class ChartSvg
{
    /// <summary>What stands for the colour of text and lines.</summary>
    public const string Ink = "#7A7F87";

    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    private static readonly XName Link = XName.Get("href", "http://www.w3.org/1999/xlink");

    private static readonly Dictionary<string, string> Colours = SeriesStyle.Palette
        .Select((hex, i) => (Hex: hex, Name: $"var(--s{i + 1})"))
        .Append((Hex: Ink, Name: "currentColor"))
        .ToDictionary(c => c.Hex, c => c.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The element.</summary>
    /// <param name="svg">What ScottPlot drew.</param>
    /// <param name="id">Unique in the page: clip paths are named by it.</param>
    /// <param name="alternative">What it shows.</param>
    public static string Inline(string svg, string id, string alternative)
    {
        var root = XDocument.Parse(svg).Root!;
        foreach (var element in root.DescendantsAndSelf())
            Restyle(element, id);
        root.SetAttributeValue("viewBox", $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", alternative);
        foreach (var name in new[] { "width", "height" })
            root.SetAttributeValue(name, null);
        // An svg element of a page needs no namespaces.
        foreach (var element in root.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        root.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static void Restyle(XElement element, string id)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            if (Colours.TryGetValue(attribute.Value, out var colour))
                attribute.Value = colour;
            else if (attribute.Name == "id")
                attribute.Value = $"{id}-{attribute.Value}";
            else if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
                attribute.Value = $"url(#{id}-{attribute.Value["url(#".Length..]}";
        }

        if (element.Attribute(Link) is { } link)
        {
            // A picture within the drawing, or a reference to a part of it; pages write both without a namespace.
            element.SetAttributeValue("href", link.Value.StartsWith('#') ? $"#{id}-{link.Value[1..]}" : link.Value);
            link.Remove();
        }

        if (element.Name == Space + "text")
            Anchor(element);
    }

    // Skia gives every character its place in a font of the machine that draws; the reader's browser has another one.
    private static void Anchor(XElement text)
    {
        var words = text.Value.Trim();
        var places = Numbers(text.Attribute("x"));
        var size = double.Parse(text.Attribute("font-size")?.Value ?? "12", CultureInfo.InvariantCulture);
        if (places.Count > 0)
        {
            var advance = places.Count > 1 ? (places[^1] - places[0]) / (places.Count - 1) : size * 0.6;
            var before = -places[0] / (advance * places.Count);
            text.SetAttributeValue("text-anchor", before < 0.25 ? "start" : before < 0.75 ? "middle" : "end");
            text.SetAttributeValue("x", before is < 0.25 and > -0.25 or >= 0.25 ? "0" : places[0].ToString(CultureInfo.InvariantCulture));
        }

        if (Numbers(text.Attribute("y")) is [var baseline, ..])
            text.SetAttributeValue("y", baseline.ToString("0.#", CultureInfo.InvariantCulture));
        // Without a colour text is black, which nobody reads on black.
        if (text.Attribute("fill") is not { Value: not "black" })
            text.SetAttributeValue("fill", "currentColor");
        text.SetAttributeValue("font-family", null);
        text.SetAttributeValue("font-weight", null);
        text.Value = words;
    }

    private static List<double> Numbers(XAttribute? list) =>
        [.. (list?.Value ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
}
