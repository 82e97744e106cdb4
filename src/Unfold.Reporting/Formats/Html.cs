using System.Net;
using System.Text;

namespace Unfold.Reporting;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    /// <summary>Text, with everything that HTML would read as markup encoded.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A link that downloads a text file which is inside the page.</summary>
    public static string Download(string file, string text, string words) =>
        $"<a class=\"download\" download=\"{Encode(file)}\" href=\"data:text/csv;charset=utf-8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\">{Encode(words)}</a>";
}
