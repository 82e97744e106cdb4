using System.Text;
using System.Text.RegularExpressions;

namespace Unfold.Specs;

/// <summary>How names of C# become names in JSON, and which JSON a type accepts: one rule for every reader.</summary>
public static class JsonNames
{
    private static readonly Regex Id = new("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Whether a component can have this id: lower-case letters, digits and single hyphens.</summary>
    public static bool IsId(string text) => Id.IsMatch(text);

    /// <summary>GradientClip → gradientClip.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>BestValidation → best-validation.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
