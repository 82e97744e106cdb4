using System.Globalization;

namespace Unfold.Specs;

/// <summary>Reads <c>random</c>.</summary>
internal static class RandomReader
{
    /// <summary>The key.</summary>
    public const string Key = "random";

    private const string Example = "{ \"cells\": 20, \"seed\": 0 }";
    private static readonly string[] Keys = ["cells", "seed"];

    /// <summary>What a sweep says; null where it says nothing or is wrong.</summary>
    public static RandomSearch? Read(SpecObject section, List<SpecMistake> mistakes)
    {
        if (section[Key] is not { } member)
            return null;
        if (member.Value is not SpecObject random)
        {
            mistakes.Add(new SpecMistake("UFX005", member.Value.Place, $"'{Key}' is an object: {Example}"));
            return null;
        }

        var before = mistakes.Count;
        var fields = new FieldReader(mistakes);
        fields.CheckKeys(random, Keys, $"'{Key}'");
        if (random["cells"] is null)
            mistakes.Add(new SpecMistake("UFX007", random.Place, $"'{Key}' needs 'cells', the number of cells to draw: {Example}"));
        var (cells, seed) = (fields.Count(random, "cells"), Seed(random["seed"]?.Value, mistakes));
        if (cells > CellExpander.MostCells)
            mistakes.Add(new SpecMistake("UFX006", random["cells"]!.Value.Place, $"'cells' is {cells}; a variant has at most {CellExpander.MostCells}"));
        return mistakes.Count == before ? new RandomSearch(cells, seed, random["cells"]!.Value.Place) : null;
    }

    private static int Seed(SpecNode? node, List<SpecMistake> mistakes)
    {
        if (node is null)
            return 0;
        if (node is not SpecScalar { Kind: SpecScalarKind.Integer } number)
            mistakes.Add(new SpecMistake("UFX005", node.Place, "'seed' is an integer"));
        else if (int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed))
            return seed;
        else
            mistakes.Add(new SpecMistake("UFX013", node.Place, "a seed does not fit a 32-bit integer"));
        return 0;
    }
}
