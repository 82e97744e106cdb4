using System.Text;
using System.Xml;

namespace Unfold.Reporting;

/// <summary>Text that XML 1.0 can hold: markup is escaped by the writer, but some characters cannot be written at all.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text, U+FFFD in place of control characters and halves of pairs.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                written.Append(text[i]).Append(text[++i]);
            else
                written.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement);
        }

        return written.ToString();
    }
}
