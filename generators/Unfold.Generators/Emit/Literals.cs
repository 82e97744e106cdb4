using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Unfold.Generators;

/// <summary>Values as C# writes them.</summary>
internal static class Literals
{
    /// <summary>A string.</summary>
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A type.</summary>
    public static string Type(string fullName) => "global::" + fullName.Replace('+', '.');

    /// <summary>A number of a JSON literal, in the type of its option.</summary>
    public static string Number(string literal, string clrType) => clrType switch
    {
        "System.Double" => double.Parse(literal, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "D",
        "System.Single" => float.Parse(literal, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "F",
        "System.Int64" => long.Parse(literal, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "L",
        _ => int.Parse(literal, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Text of an XML comment. What XML has no form for, such as NUL or half a surrogate pair, is a question mark.</summary>
    public static string Comment(string text)
    {
        var line = string.Join(" ", text.Split(['\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
        return new XText(string.Concat(line.Select((letter, i) => IsXml(line, i) ? letter : '?'))).ToString();
    }

    private static bool IsXml(string text, int at) =>
        XmlConvert.IsXmlChar(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));
}
