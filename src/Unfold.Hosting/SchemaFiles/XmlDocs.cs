using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unfold.Hosting;

/// <summary>The summaries of an assembly's documentation file, as plain text.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, string> _summaries;

    /// <param name="assembly">The assembly; without an .xml beside it there are no summaries.</param>
    public XmlDocs(string assembly)
    {
        var file = Path.ChangeExtension(assembly, ".xml");
        _summaries = File.Exists(file)
            ? XDocument.Load(file).Descendants("member").Where(m => m.Element("summary") is not null).ToDictionary(m => (string)m.Attribute("name")!, m => Plain(m.Element("summary")!), StringComparer.Ordinal)
            : [];
    }

    /// <summary>The summary of a type, or null.</summary>
    public string? OfType(string fullName) => _summaries.GetValueOrDefault("T:" + fullName.Replace('+', '.'));

    /// <summary>The summary of a property, or null.</summary>
    public string? OfProperty(string typeName, string property) => _summaries.GetValueOrDefault($"P:{typeName.Replace('+', '.')}.{property}");

    private static string Plain(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" } reference => Reference(reference),
        XElement element => string.Concat(element.Nodes().Select(Plain)),
        _ => "",
    };

    private static string Reference(XElement element) => element.Value.Length > 0
        ? element.Value
        : ((string?)element.Attribute("cref") ?? (string?)element.Attribute("langword") ?? (string?)element.Attribute("name") ?? "").Split(':')[^1].Split('.')[^1];

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
