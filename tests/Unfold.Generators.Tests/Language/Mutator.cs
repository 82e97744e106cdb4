using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Unfold.Generators.Tests;

/// <summary>Makes wrong specs, and sometimes right ones, from right ones.</summary>
internal sealed partial class Mutator(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "1e-400", "0.30000000000000004", "0.12345678901234567890", "99999999999999999999", "2147483648", "1.5", "\"\"", "\"mse\"", "\"é\\u0000\\ud83d\\ude00\"",
        "[]", "{}", "[1, 2, 3]", "[null]", "{ \"use\": \"huber\" }", "{ \"use\": \"deconet\" }", "{ \"use\": 1 }", "NaN", "'x'", "010", "{ \"from\": 1, \"to\": 4, \"steps\": 4 }",
    ];

    private static readonly string[] Names = ["extends", "abstract", "sweep", "seeds", "seed", "variants", "expect", "zip", "exclude", "use", "layers", "loss", "é", "", "a.b"];
    private readonly Random _random = new(seed);

    /// <summary>One to three changes of a text.</summary>
    public string Mutate(string text)
    {
        for (var changes = _random.Next(3) == 0 ? _random.Next(2, 4) : 1; changes > 0; changes--)
            text = Change(text);
        return text;
    }

    private string Change(string text) => _random.Next(18) switch
    {
        0 => Cut(text, _random.Next(1, 40)),
        1 => Replace(text, Scalars(), Pick(Values)),
        2 or 3 => Replace(text, Scalars(), Pick(Scalars().Matches(text).Select(m => m.Value).DefaultIfEmpty("1").ToArray())),
        4 => Replace(text, Keys(), $"\"{Pick(Names)}\":"),
        5 => Replace(text, Keys(), Pick(Keys().Matches(text).Select(m => m.Value).DefaultIfEmpty("\"a\":").ToArray())),
        6 => Repeat(text, Members()),
        7 => Replace(text, Members(), ""),
        8 => text[.._random.Next(text.Length + 1)],
        9 => text.Insert(_random.Next(text.Length + 1), Pick(["\u2028", "\ufeff", "é", "\0", "\ud800", "😀", "/*", "//", "\r", "\\"])),
        10 => Replace(text, Numbers(), (_random.NextDouble() * Math.Pow(10, _random.Next(-20, 20))).ToString("R", CultureInfo.InvariantCulture)),
        11 => Replace(text, Scalars(), Nested(_random.Next(1, 90))),
        12 => _random.Next(100) == 0 ? Replace(text, Scalars(), $"\"{new string('x', 10_000_000)}\"") : Replace(text, Scalars(), Pick(Values)),
        13 => text.Insert(_random.Next(text.Length + 1), Pick([" ", "\n", "\t", "\r\n"])),
        14 or 15 => Replace(text, Numbers(), Pick(["1", "2", "3", "0.5", "1e-3", "20"])),
        16 => Replace(text, Members(), ""),
        _ => Replace(text, Objects(), Pick(Objects().Matches(text).Select(m => m.Value).DefaultIfEmpty("{}").ToArray())),
    };

    private string Cut(string text, int length)
    {
        var at = _random.Next(text.Length + 1);
        return text.Remove(at, Math.Min(length, text.Length - at));
    }

    private string Replace(string text, Regex what, string by)
    {
        var found = what.Matches(text);
        if (found.Count == 0)
            return text;
        var chosen = found[_random.Next(found.Count)];
        return string.Concat(text.AsSpan(0, chosen.Index), by, text.AsSpan(chosen.Index + chosen.Length));
    }

    private string Repeat(string text, Regex what)
    {
        var found = what.Matches(text);
        if (found.Count == 0)
            return text;
        var chosen = found[_random.Next(found.Count)];
        return text.Insert(chosen.Index, chosen.Value);
    }

    private string Nested(int depth)
    {
        var open = new StringBuilder();
        var close = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            var isArray = _random.Next(2) == 0;
            open.Append(isArray ? "[" : "{ \"a\": ");
            close.Insert(0, isArray ? "]" : " }");
        }

        return open.Append('1').Append(close).ToString();
    }

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];

    [GeneratedRegex("""(?<=[:\[,]\s*)("[^"\n]*"|-?[0-9][0-9.eE+-]*|true|false|null)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Scalars();

    [GeneratedRegex("""(?<=[:\[,]\s*)-?[0-9][0-9.eE+-]*""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Numbers();

    [GeneratedRegex("""\"[^\"\n]*\"\s*:""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Keys();

    [GeneratedRegex("""\"[^\"\n]*\"\s*:\s*("[^"\n]*"|[0-9.eE+-]+|\{[^{}\n]*\})\s*,""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Members();

    [GeneratedRegex("""\{[^{}\n]*\}""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Objects();
}
