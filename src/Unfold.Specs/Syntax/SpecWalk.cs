using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Unfold.Specs;

/// <summary>One walk through a text, token by token.</summary>
internal sealed class SpecWalk : IDisposable
{
    private const int DeepestLevel = 64;
    private static readonly Regex JsonNumber = new(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    private readonly string _file;
    private readonly JsonTextReader _reader;
    private readonly TokenSpans _spans;
    private readonly List<SourceSpan> _positions = [];

    public SpecWalk(string file, string text)
    {
        _file = file;
        _reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = DeepestLevel,
        };
        _spans = new TokenSpans(text, _reader);
    }

    public List<SpecDiagnostic> Mistakes { get; } = [];

    public FilePositions Positions() => new(_file, new EquatableArray<SourceSpan>([.. _positions]));

    public void Dispose() => ((IDisposable)_reader).Dispose();

    public SpecObject Document()
    {
        if (!Next() || _reader.TokenType != JsonToken.StartObject)
            throw Mistake(Token(), "a spec is one JSON object: { … }");
        var root = Object();
        return Next() ? throw Mistake(_spans.Here(1), "there is something after the object's end") : root;
    }

    public SpecObject Single()
    {
        if (!Next())
            throw Mistake(_spans.Here(0), "a value is missing here");
        var value = Value();
        return Next()
            ? throw Mistake(_spans.Here(1), "there is something after the value's end")
            : new SpecObject(value.Place, new EquatableArray<SpecMember>([new SpecMember("", value.Place, value)]));
    }

    public SpecDiagnostic At(JsonReaderException mistake)
    {
        var isTooDeep = mistake.Message.Contains("MaxDepth");
        var message = isTooDeep ? $"the file is nested deeper than {DeepestLevel} levels" : $"this is not JSON: {Short(mistake.Message)}";
        return new SpecDiagnostic(isTooDeep ? "UFX012" : "UFX001", _file, isTooDeep ? _spans.Here(1) : At(mistake.Message), message);
    }

    // Most of what the reader complains about it has looked at and not taken.
    private SourceSpan At(string message) =>
        message.StartsWith("JsonToken ", StringComparison.Ordinal) ? _spans.Here(1)
        : message.StartsWith("Input string ", StringComparison.Ordinal) && _spans.Bare() is { Length: > 0 } number ? number
        : _spans.Next();

    private SourceSpan Token() => _reader.TokenType switch
    {
        JsonToken.None => _spans.Next(),
        JsonToken.StartArray => _spans.Here(1),
        JsonToken.String => _spans.Quoted(),
        JsonToken.StartConstructor => _spans.Since("new"),
        // A comma where a value should be is not taken.
        _ => _spans.Bare() is { Length: > 0 } word ? word : _spans.Next(),
    };

    private static string Short(string message)
    {
        if (message.StartsWith("After parsing a value an unexpected character", StringComparison.Ordinal))
            return "a comma is missing before this";
        if (message.StartsWith("Invalid character after parsing property name", StringComparison.Ordinal))
            return "a colon is missing before this, or the closing quote of a name";
        if (message.StartsWith("Unterminated string", StringComparison.Ordinal))
            return "a text has no closing quote";
        var end = message.IndexOf(" Path '", StringComparison.Ordinal);
        return end < 0 ? message : message.Substring(0, end);
    }

    private bool Next()
    {
        while (_reader.Read())
        {
            if (_reader.TokenType != JsonToken.Comment)
                return true;
        }

        return false;
    }

    private SpecNode Value() => _reader.TokenType switch
    {
        JsonToken.StartObject => Object(),
        JsonToken.StartArray => Array(),
        JsonToken.String => Text(),
        JsonToken.Integer or JsonToken.Float => Number(),
        JsonToken.Boolean => Word(SpecScalarKind.Boolean),
        JsonToken.Null => Word(SpecScalarKind.Null),
        _ => throw NoValue(Token()),
    };

    private SpecSyntaxException NoValue(SourceSpan span) =>
        Mistake(span, span.Length > 1 ? $"'{_spans.TextOf(span)}' is no value of JSON" : "a value is missing here");

    private SpecObject Object()
    {
        var (place, start) = Open();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<SpecMember>();
        while (Next() && _reader.TokenType == JsonToken.PropertyName)
        {
            var name = (string)_reader.Value!;
            var span = _spans.Name();
            if (_reader.QuoteChar != '"')
                throw Mistake(span, "a name stands between double quotes");
            var namePlace = Place(span);
            if (!Next())
                break;
            var value = Value();
            if (names.Add(name))
                members.Add(new SpecMember(name, namePlace, value));
            else
                Mistakes.Add(new SpecDiagnostic("UFX002", _file, span, $"'{name}' is here twice; remove one"));
        }

        if (_reader.TokenType != JsonToken.EndObject)
            throw Mistake(_spans.Here(0), $"the object that began at line {start.Line} has no end");
        Close(place, start);
        return new SpecObject(place, new EquatableArray<SpecMember>([.. members]));
    }

    private SpecArray Array()
    {
        var (place, start) = Open();
        var items = new List<SpecNode>();
        while (Next() && _reader.TokenType != JsonToken.EndArray)
            items.Add(Value());
        if (_reader.TokenType != JsonToken.EndArray)
            throw Mistake(_spans.Here(0), $"the array that began at line {start.Line} has no end");
        Close(place, start);
        return new SpecArray(place, new EquatableArray<SpecNode>([.. items]));
    }

    private SpecScalar Text()
    {
        var span = _spans.Quoted();
        return _reader.QuoteChar == '"'
            ? new SpecScalar(Place(span), SpecScalarKind.String, (string)_reader.Value!)
            : throw Mistake(span, "a string stands between double quotes");
    }

    private SpecScalar Word(SpecScalarKind kind) => new(Place(_spans.Bare()), kind, kind == SpecScalarKind.Null ? "null" : (bool)_reader.Value! ? "true" : "false");

    private SpecScalar Number()
    {
        var span = _spans.Bare();
        var literal = _spans.TextOf(span);
        if (literal is "NaN" or "Infinity" or "-Infinity")
            Mistakes.Add(new SpecDiagnostic("UFX013", _file, span, $"{literal} is no finite number"));
        else if (!JsonNumber.IsMatch(literal))
            throw Mistake(span, $"'{literal}' is no number as JSON writes it");
        else if (_reader.TokenType == JsonToken.Integer && !long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            Mistakes.Add(new SpecDiagnostic("UFX013", _file, span, $"{literal} does not fit a 64-bit integer"));
        else if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value))
            Mistakes.Add(new SpecDiagnostic("UFX013", _file, span, $"{literal} is no finite number"));
        return new SpecScalar(Place(span), _reader.TokenType == JsonToken.Integer ? SpecScalarKind.Integer : SpecScalarKind.Number, literal);
    }

    private (SpecPlace Place, SourceSpan Start) Open()
    {
        var start = _spans.Here(1);
        return (Place(start), start);
    }

    // Of what ends on a later line, the opening bracket stands for all: nobody wants half a file underlined.
    private void Close(SpecPlace place, SourceSpan start)
    {
        if (_spans.To(start) is var whole && whole.EndLine == whole.Line)
            _positions[place.Token] = whole;
    }

    private SpecPlace Place(SourceSpan span)
    {
        _positions.Add(span);
        return new SpecPlace(_file, _positions.Count - 1);
    }

    private SpecSyntaxException Mistake(SourceSpan span, string message) => new(new SpecDiagnostic("UFX001", _file, span, message));
}
