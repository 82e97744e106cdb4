using System.Text.RegularExpressions;

namespace Unfold.Hosting;

// Stands in for Unfold.Specs.JsonNames until it is merged.
internal static partial class JsonNames
{
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public static string Kebab(string name) => Boundary().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Boundary();
}
