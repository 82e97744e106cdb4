using System.Text.RegularExpressions;
using Unfold.Specs;

namespace Unfold.Sweeps;

/// <summary>The texts of a profile, of which each has a form of its own.</summary>
internal sealed partial class ProfileTexts(SpecObject root, FieldReader fields, List<SpecMistake> mistakes)
{
    public string? Line(string name) =>
        fields.Words(root, name) is { } text && IsLine(text, name, root[name]!.Value) ? text : null;

    public string? Time(string name)
    {
        if (Line(name) is not { } text)
            return null;
        if (!SlurmTime.IsUnlimited(text) && SlurmTime.Parse(text) is not { Ticks: > 0 })
            mistakes.Add(new SpecMistake("UFX006", root[name]!.Value.Place, $"'{name}' cannot be '{text}'; it is \"30\" (minutes), \"12:00:00\", \"2-00:00:00\", or \"UNLIMITED\""));
        return text;
    }

    public string? Memory(string name) => Formed(name, MemoryForm(), "\"8G\", in K, M, G or T; \"0\" is all of a node's");

    public string? Resources(string name) => Formed(name, ResourcesForm(), "\"gpu:1\", \"gpu:a100:2\" or \"shard:1\", and several with commas between them");

    public IReadOnlyList<string> Lines(string name)
    {
        var lines = Nodes(name);
        // The shell would take the script's next line for the rest of this one.
        mistakes.AddRange(lines.Where(l => l.Text.EndsWith('\\')).Select(l => new SpecMistake("UFX006", l.Place, $"'{name}' has a line that ends with \\; each text is one line")));
        return [.. lines.Select(l => l.Text)];
    }

    public IReadOnlyList<string> Arguments(string name)
    {
        var arguments = Nodes(name);
        foreach (var argument in arguments)
        {
            if (ExtraArguments.Problem(argument.Text) is { } problem)
                mistakes.Add(new SpecMistake("UFX006", argument.Place, problem));
        }

        return [.. arguments.Select(a => a.Text)];
    }

    private List<SpecScalar> Nodes(string name) => [.. fields.Texts(root, name).Where(t => IsLine(t.Text, name, t))];

    private string? Formed(string name, Regex form, string forms)
    {
        if (Line(name) is not { } text)
            return null;
        if (!form.IsMatch(text))
            mistakes.Add(new SpecMistake("UFX006", root[name]!.Value.Place, $"'{name}' cannot be '{text}'; it is {forms}"));
        return text;
    }

    // What follows a line's end in the script would be a line of its own.
    private bool IsLine(string text, string name, SpecNode node)
    {
        if (!text.Any(char.IsControl))
            return true;
        mistakes.Add(new SpecMistake("UFX006", node.Place, $"'{name}' has a line end or another control character; each text is one line"));
        return false;
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,17}[KMGT]?)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MemoryForm();

    [GeneratedRegex(@"^[a-z][\w.-]*(:[\w.-]+){0,2}(,[a-z][\w.-]*(:[\w.-]+){0,2})*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ResourcesForm();
}
