using System.Text;
using Newtonsoft.Json;

namespace Unfold.Specs;

/// <summary>A tree of values as compact JSON: members in their order, numbers as they were written.</summary>
public static class SpecWriter
{
    /// <summary>Writes a value.</summary>
    public static string Write(SpecNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(SpecNode node, StringBuilder text)
    {
        switch (node)
        {
            case SpecObject item:
                Write(item.Members, "{}", text, m =>
                {
                    text.Append(JsonConvert.ToString(m.Name)).Append(": ");
                    Write(m.Value, text);
                });
                break;
            case SpecArray list:
                Write(list.Items, "[]", text, n => Write(n, text));
                break;
            case SpecScalar scalar:
                text.Append(scalar.Kind == SpecScalarKind.String ? JsonConvert.ToString(scalar.Text) : scalar.Text);
                break;
        }
    }

    private static void Write<T>(IReadOnlyList<T> items, string brackets, StringBuilder text, Action<T> write)
    {
        text.Append(brackets[0]);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            write(items[i]);
        }

        text.Append(brackets[1]);
    }
}
