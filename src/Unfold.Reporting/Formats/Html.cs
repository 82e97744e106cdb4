using System.Net;
using System.Text;

namespace Unfold.Reporting;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    /// <summary>Text, with everything that HTML would read as markup encoded.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A name: a narrow page breaks it after a space, a comma or a bracket, and not within a word unless that alone is too wide.</summary>
    public static string Name(string text)
    {
        var words = text.Split(' ').Select(Parts).ToList();
        return words.Count == 1 && words[0].Count == 1
            ? Encode(text)
            : string.Join(' ', words.Select(parts => string.Concat(parts.Select(p => $"<span>{Encode(p)}</span>"))));
    }

    private static List<string> Parts(string word)
    {
        List<string> parts = [];
        for (var rest = word; rest.Length > 0;)
        {
            var end = rest.IndexOfAny([',', '[']) is >= 0 and var at ? at + 1 : rest.Length;
            parts.Add(rest[..end]);
            rest = rest[end..];
        }

        return parts;
    }

    /// <summary>A link that downloads a text file which is inside the page.</summary>
    public static string Download(string file, string text, string words) =>
        $"<a class=\"download\" download=\"{Encode(file)}\" href=\"data:text/csv;charset=utf-8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\">{Encode(words)}</a>";
}
