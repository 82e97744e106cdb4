using System.Net;

namespace Unfold.Reporting;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    /// <summary>Text, with everything that HTML would read as markup encoded.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
