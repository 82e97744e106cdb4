using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads the fields of small objects and tells what is wrong with them.</summary>
/// <param name="mistakes">Receives the mistakes.</param>
public sealed class FieldReader(ICollection<SpecMistake> mistakes)
{
    /// <summary>Tells of members that nobody knows.</summary>
    public void CheckKeys(SpecObject node, IReadOnlyList<string> known, string owner)
    {
        foreach (var member in node.Members.Where(m => !known.Contains(m.Name)))
            mistakes.Add(new SpecMistake("UFX003", member.NamePlace, $"{owner} has no '{member.Name}'; {NearestNames.Hint(member.Name, known)}"));
    }

    /// <summary>The members of an object; none where it is absent or no object.</summary>
    public IEnumerable<SpecMember> Object(SpecNode? node, string isWhat)
    {
        if (node is SpecObject item)
            return item.Members;
        if (node is not null)
            mistakes.Add(new SpecMistake("UFX005", node.Place, isWhat));
        return [];
    }

    /// <summary>A number; 0 where it is absent.</summary>
    public double Number(SpecObject owner, string name)
    {
        if (owner[name]?.Value is not { } node)
            return 0;
        if (node is SpecScalar { Kind: SpecScalarKind.Integer or SpecScalarKind.Number } number)
            return double.Parse(number.Text, CultureInfo.InvariantCulture);
        mistakes.Add(new SpecMistake("UFX005", node.Place, $"'{name}' is a number"));
        return 0;
    }

    /// <summary>A number that is not negative; 0 where it is absent.</summary>
    public double AtLeastZero(SpecObject owner, string name)
    {
        var value = Number(owner, name);
        if (value >= 0)
            return value;
        mistakes.Add(new SpecMistake("UFX006", owner[name]!.Value.Place, $"'{name}' is {value.ToString("R", CultureInfo.InvariantCulture)}, and must be at least 0"));
        return 0;
    }

    /// <summary>A count of at least 1; 1 where it is absent.</summary>
    public int Count(SpecObject owner, string name)
    {
        if (owner[name]?.Value is not { } node)
            return 1;
        if (node is SpecScalar { Kind: SpecScalarKind.Integer } number && int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= 1)
            return count;
        mistakes.Add(new SpecMistake(node is SpecScalar { Kind: SpecScalarKind.Integer } ? "UFX006" : "UFX005", node.Place, $"'{name}' is an integer of at least 1"));
        return 1;
    }

    /// <summary>An integer of at least a smallest one and at most a largest; null where it is absent.</summary>
    public int? Integer(SpecObject owner, string name, int smallest, int largest = int.MaxValue)
    {
        if (owner[name]?.Value is not { } node)
            return null;
        var isWhat = largest == int.MaxValue ? $"'{name}' is an integer of at least {smallest}" : $"'{name}' is an integer from {smallest} to {largest}";
        if (node is not SpecScalar { Kind: SpecScalarKind.Integer } number)
            mistakes.Add(new SpecMistake("UFX005", node.Place, isWhat));
        else if (!int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < smallest || value > largest)
            mistakes.Add(new SpecMistake("UFX006", node.Place, $"{isWhat}, and not {number.Text}"));
        else
            return value;
        return null;
    }

    /// <summary>A list of texts; none where it is absent.</summary>
    public IEnumerable<SpecScalar> Texts(SpecObject owner, string name)
    {
        if (owner[name]?.Value is not { } node)
            return [];
        if (node is SpecArray list && list.Items.All(i => i is SpecScalar { Kind: SpecScalarKind.String }))
            return list.Items.Cast<SpecScalar>();
        var wrong = (node as SpecArray)?.Items.First(i => i is not SpecScalar { Kind: SpecScalarKind.String }) ?? node;
        mistakes.Add(new SpecMistake("UFX005", wrong.Place, $"'{name}' is a list of texts: [\"…\"]"));
        return [];
    }

    /// <summary>True or false; false where it is absent.</summary>
    public bool Flag(SpecObject owner, string name)
    {
        if (owner[name]?.Value is not { } node)
            return false;
        if (node is SpecScalar { Kind: SpecScalarKind.Boolean } flag)
            return flag.Text == "true";
        mistakes.Add(new SpecMistake("UFX005", node.Place, $"'{name}' is true or false"));
        return false;
    }

    /// <summary>A text that says something; null where it is absent.</summary>
    public string? Words(SpecObject owner, string name)
    {
        if (owner[name]?.Value is not { } node)
            return null;
        if (node is not SpecScalar { Kind: SpecScalarKind.String } text)
            mistakes.Add(new SpecMistake("UFX005", node.Place, $"'{name}' is a text"));
        else if (string.IsNullOrWhiteSpace(text.Text))
            mistakes.Add(new SpecMistake("UFX006", node.Place, $"'{name}' is empty; leave it out"));
        else
            return text.Text;
        return null;
    }

    /// <summary>One of some words; null where it is absent.</summary>
    public string? Choice(SpecObject owner, string name, params string[] choices)
    {
        if (owner[name]?.Value is not { } node)
            return null;
        if (node is not SpecScalar { Kind: SpecScalarKind.String } text)
            mistakes.Add(new SpecMistake("UFX005", node.Place, $"'{name}' is one of {string.Join(", ", choices)}"));
        else if (!choices.Contains(text.Text))
            mistakes.Add(new SpecMistake("UFX006", node.Place, $"'{name}' cannot be '{text.Text}'; {NearestNames.Hint(text.Text, choices)}"));
        else
            return text.Text;
        return null;
    }
}
