using System.Globalization;
using Newtonsoft.Json;

namespace Unfold.Specs;

/// <summary>JSON with comments to a tree of values with places. Never throws, whatever the text.</summary>
public static class SpecParser
{
    private const int LongestText = 1 << 20;
    private const int DeepestLevel = 64;

    /// <summary>Parses a file's text.</summary>
    public static SpecParseResult Parse(string file, string text)
    {
        if (text.Length > LongestText)
            return Refuse(new SpecDiagnostic("UFX012", file, new SourceSpan(0, 0, 1, 1, 1, 1), $"the file has {text.Length} characters; a spec has at most {LongestText}"));
        using var walk = new Walk(file, text);
        try
        {
            var root = walk.Document();
            return walk.Mistakes.Count > 0 ? Refuse([.. walk.Mistakes]) : new SpecParseResult(root, default);
        }
        catch (JsonReaderException mistake)
        {
            return Refuse([.. walk.Mistakes, walk.At("UFX001", mistake)]);
        }
        catch (SpecSyntaxException mistake)
        {
            return Refuse([.. walk.Mistakes, mistake.Diagnostic]);
        }
    }

    private static SpecParseResult Refuse(params SpecDiagnostic[] mistakes) => new(null, new EquatableArray<SpecDiagnostic>(mistakes));

    private sealed class Walk : IDisposable
    {
        private readonly string _file;
        private readonly string _text;
        private readonly LineMap _lines;
        private readonly JsonTextReader _reader;

        public Walk(string file, string text)
        {
            (_file, _text, _lines) = (file, text, new LineMap(text));
            _reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Double,
                MaxDepth = DeepestLevel,
            };
        }

        public List<SpecDiagnostic> Mistakes { get; } = [];

        public void Dispose() => ((IDisposable)_reader).Dispose();

        public SpecObject Document()
        {
            if (!Next() || _reader.TokenType != JsonToken.StartObject)
                throw Mistake("UFX001", Here(1), "a spec is one JSON object: { … }");
            var root = Object();
            if (Next())
                throw Mistake("UFX001", Here(1), "there is something after the object's end");
            return root;
        }

        public SpecDiagnostic At(string code, JsonReaderException mistake)
        {
            var offset = Math.Min(_lines.Offset(mistake.LineNumber, Math.Max(0, mistake.LinePosition - 1)), _text.Length);
            var isTooDeep = mistake.Message.Contains("MaxDepth");
            var message = isTooDeep ? $"the file is nested deeper than {DeepestLevel} levels" : $"this is not JSON: {Short(mistake.Message)}";
            return new SpecDiagnostic(isTooDeep ? "UFX012" : code, _file, _lines.Span(offset, offset), message);
        }

        private static string Short(string message)
        {
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

        private SpecNode Value()
        {
            switch (_reader.TokenType)
            {
                case JsonToken.StartObject:
                    return Object();
                case JsonToken.StartArray:
                    return Array();
                case JsonToken.String:
                    return Scalar(SpecScalarKind.String, Quoted());
                case JsonToken.Integer:
                case JsonToken.Float:
                    return Number();
                case JsonToken.Boolean:
                    return Scalar(SpecScalarKind.Boolean, Bare());
                case JsonToken.Null:
                    return Scalar(SpecScalarKind.Null, Bare());
                default:
                    throw Mistake("UFX001", Here(1), "a value is missing here");
            }
        }

        private SpecObject Object()
        {
            var start = End() - 1;
            var members = new List<SpecMember>();
            while (Next() && _reader.TokenType == JsonToken.PropertyName)
            {
                var name = (string)_reader.Value!;
                var span = NameSpan();
                if (!Next())
                    break;
                var value = Value();
                if (members.Any(m => m.Name == name))
                    Mistakes.Add(new SpecDiagnostic("UFX002", _file, span, $"'{name}' is here twice; remove one"));
                members.Add(new SpecMember(name, span, value));
            }

            if (_reader.TokenType != JsonToken.EndObject)
                throw Mistake("UFX001", Here(0), "the object that began at line " + _lines.Span(start, start).Line + " has no end");
            return new SpecObject(_file, _lines.Span(start, End()), new EquatableArray<SpecMember>([.. members]));
        }

        private SpecArray Array()
        {
            var start = End() - 1;
            var items = new List<SpecNode>();
            while (Next() && _reader.TokenType != JsonToken.EndArray)
                items.Add(Value());
            if (_reader.TokenType != JsonToken.EndArray)
                throw Mistake("UFX001", Here(0), "the array that began at line " + _lines.Span(start, start).Line + " has no end");
            return new SpecArray(_file, _lines.Span(start, End()), new EquatableArray<SpecNode>([.. items]));
        }

        private SpecScalar Scalar(SpecScalarKind kind, SourceSpan span) =>
            new(_file, span, kind, kind == SpecScalarKind.String ? (string)_reader.Value! : _text.Substring(span.Start, span.Length));

        private SpecScalar Number()
        {
            var span = Bare();
            var literal = _text.Substring(span.Start, span.Length);
            if (_reader.TokenType == JsonToken.Integer)
            {
                if (!long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                    Mistakes.Add(new SpecDiagnostic("UFX013", _file, span, $"{literal} does not fit a 64-bit integer"));
                return new SpecScalar(_file, span, SpecScalarKind.Integer, literal);
            }

            if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value) || double.IsNaN(value))
                Mistakes.Add(new SpecDiagnostic("UFX013", _file, span, $"{literal} is no finite number"));
            return new SpecScalar(_file, span, SpecScalarKind.Number, literal);
        }

        /// <summary>The reader stands behind a token: the token's end.</summary>
        private int End() => Math.Min(_lines.Offset(_reader.LineNumber, _reader.LinePosition), _text.Length);

        private SourceSpan Quoted()
        {
            var end = End();
            var quote = _text[end - 1];
            var start = end - 2;
            while (start > 0 && !(_text[start] == quote && !IsEscaped(start)))
                start--;
            return _lines.Span(Math.Max(start, 0), end);
        }

        private SourceSpan Bare()
        {
            var end = End();
            var start = end;
            while (start > 0 && (char.IsLetterOrDigit(_text[start - 1]) || "+-._".IndexOf(_text[start - 1]) >= 0))
                start--;
            return _lines.Span(start, end);
        }

        // The reader stands behind the colon of a name.
        private SourceSpan NameSpan()
        {
            var end = End();
            while (end > 0 && _text[end - 1] != '"' && _text[end - 1] != '\'' && (_text[end - 1] == ':' || char.IsWhiteSpace(_text[end - 1])))
                end--;
            var start = end - 1;
            if (start >= 0 && _text[start] is '"' or '\'')
            {
                var quote = _text[start--];
                while (start > 0 && !(_text[start] == quote && !IsEscaped(start)))
                    start--;
            }
            else
            {
                while (start > 0 && (char.IsLetterOrDigit(_text[start - 1]) || _text[start - 1] is '_' or '$'))
                    start--;
            }

            return _lines.Span(Math.Max(start, 0), Math.Max(end, 0));
        }

        private bool IsEscaped(int at)
        {
            var slashes = 0;
            while (at - slashes - 1 >= 0 && _text[at - slashes - 1] == '\\')
                slashes++;
            return slashes % 2 == 1;
        }

        private SourceSpan Here(int back)
        {
            var end = End();
            return _lines.Span(Math.Max(0, end - back), end);
        }

        private SpecSyntaxException Mistake(string code, SourceSpan span, string message) => new(new SpecDiagnostic(code, _file, span, message));
    }
}
