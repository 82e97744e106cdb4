using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads <c>path=value</c>: a JSON value or a bare word; several values between commas; <c>0:5</c> for 0 … 4.</summary>
public static class OverrideReader
{
    private const int LongestRange = 10_000;

    /// <summary>Reads the overrides of a command.</summary>
    public static SpecOverrides Read(IEnumerable<string> texts)
    {
        var overrides = new List<SpecOverride>();
        var positions = new List<FilePositions>();
        var mistakes = new List<SpecDiagnostic>();
        foreach (var text in texts)
        {
            if (new OneOverride(text, positions, mistakes).Read() is { } read)
                overrides.Add(read);
        }

        foreach (var twice in overrides.GroupBy(o => o.IsSeed ? "seeds" : o.ToAxis().Path, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add(new SpecMistake("UFX027", twice.Last().Place, $"'{twice.Key}' is overridden twice; several values of one path stand between commas").At(new SpecPositions(positions)));
        return new SpecOverrides(overrides, positions, mistakes);
    }

    private sealed class OneOverride(string text, List<FilePositions> positions, List<SpecDiagnostic> mistakes)
    {
        private readonly List<SourceSpan> _spans = [];
        private readonly string _file = "override " + text;

        public SpecOverride? Read()
        {
            var equals = text.IndexOf('=');
            var path = equals < 0 ? text : text.Substring(0, equals);
            var place = Place(0, path.Length);
            if (equals <= 0)
                return Refuse(0, text.Length, "an override is path=value, such as architecture.layers=20");
            if (!AxisPath.IsSeed(path) && AxisPath.Problem(path, "seed", "seeds") is { } problem)
                return Refuse(0, path.Length, problem);
            var values = Values(equals + 1).ToList();
            positions.Add(new FilePositions(_file, new EquatableArray<SourceSpan>([.. _spans])));
            return values.Count == 0 || values.Contains(null) ? null : new SpecOverride(path, place, new EquatableArray<SpecNode>([.. values.OfType<SpecNode>()]));
        }

        private IEnumerable<SpecNode?> Values(int start)
        {
            foreach (var (from, length) in Parts(start))
            {
                var part = text.Substring(from, length);
                var colon = part.IndexOf(':');
                if (colon > 0 && int.TryParse(part.Substring(0, colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first)
                    && int.TryParse(part.Substring(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var end))
                {
                    if (end <= first || (long)end - first > LongestRange)
                        yield return Bad(from, length, $"a range is first:end without the end, at most {LongestRange} values: 0:5 is 0, 1, 2, 3, 4");
                    else
                        foreach (var value in Enumerable.Range(first, end - first))
                            yield return new SpecScalar(Place(from, length), SpecScalarKind.Integer, value.ToString(CultureInfo.InvariantCulture));
                }
                else
                {
                    yield return Value(from, part);
                }
            }
        }

        private SpecNode? Value(int from, string part)
        {
            if (part.Length == 0)
                return Bad(from, 0, "a value is missing here; an empty text is \"\"");
            var parsed = SpecParser.ParseValue(_file, part);
            if (parsed.Root?[""] is { Value: var value })
                return Moved(value, parsed.Positions, from);
            // A bare word: cpu, log-cosh.
            if ("{[\"".IndexOf(part[0]) < 0 && parsed.Diagnostics[0].Code == "UFX001")
                return new SpecScalar(Place(from, part.Length), SpecScalarKind.String, part);
            mistakes.AddRange(parsed.Diagnostics.Select(d => d with { Span = Moved(d.Span, from) }));
            return null;
        }

        private SpecNode Moved(SpecNode value, FilePositions inPart, int from)
        {
            var first = _spans.Count;
            _spans.AddRange(inPart.Spans.Select(s => Moved(s, from)));
            return Renumber(value, first);
        }

        private static SpecNode Renumber(SpecNode node, int first) => node switch
        {
            SpecObject item => new SpecObject(Renumber(item.Place, first), new EquatableArray<SpecMember>([.. item.Members.Select(m => new SpecMember(m.Name, Renumber(m.NamePlace, first), Renumber(m.Value, first)))])),
            SpecArray list => new SpecArray(Renumber(list.Place, first), new EquatableArray<SpecNode>([.. list.Items.Select(i => Renumber(i, first))])),
            _ => node with { Place = Renumber(node.Place, first) },
        };

        private static SpecPlace Renumber(SpecPlace place, int first) => place with { Token = place.Token + first };

        private static SourceSpan Moved(SourceSpan span, int by) => span with
        {
            Start = span.Start + by,
            Column = span.Line == 1 ? span.Column + by : span.Column,
            EndColumn = span.EndLine == 1 ? span.EndColumn + by : span.EndColumn,
        };

        /// <summary>The parts between commas outside brackets and strings.</summary>
        private IEnumerable<(int From, int Length)> Parts(int start)
        {
            var (from, depth, isText) = (start, 0, false);
            for (var i = start; i < text.Length; i++)
            {
                if (isText && text[i] == '\\')
                    i++;
                else if (text[i] == '"')
                    isText = !isText;
                else if (!isText && text[i] is '{' or '[')
                    depth++;
                else if (!isText && text[i] is '}' or ']')
                    depth--;
                else if (!isText && depth == 0 && text[i] == ',')
                {
                    yield return (from, i - from);
                    from = i + 1;
                }
            }

            yield return (from, text.Length - from);
        }

        private SpecPlace Place(int from, int length)
        {
            _spans.Add(Span(from, length));
            return new SpecPlace(_file, _spans.Count - 1);
        }

        private static SourceSpan Span(int from, int length) => new(from, length, 1, from + 1, 1, from + length + 1);

        private SpecNode? Bad(int from, int length, string message)
        {
            mistakes.Add(new SpecDiagnostic("UFX027", _file, Span(from, length), message));
            return null;
        }

        private SpecOverride? Refuse(int from, int length, string message)
        {
            Bad(from, length, message);
            return null;
        }
    }
}
