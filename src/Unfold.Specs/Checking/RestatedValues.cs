namespace Unfold.Specs;

/// <summary>Values of a variant that the common part has already.</summary>
internal static class RestatedValues
{
    public static void Find(string variant, SpecObject common, SpecObject written, List<SpecMistake> mistakes)
    {
        // Repeating which component is meant is no mistake: it can be read without looking up.
        foreach (var member in written.Members.Where(m => m.Name is not ("use" or "description")))
        {
            var before = common[member.Name]?.Value;
            if (before is null && member.Value is SpecScalar { IsNull: true })
                mistakes.Add(new SpecMistake("UFX025", member.NamePlace, $"variant '{variant}' removes '{member.Name}', which is not there; leave it out"));
            else if (before is SpecObject below && member.Value is SpecObject { Members.Count: > 0 } above && (above.Use is null || above.Use.Text == below.Use?.Text))
                Find(variant, below, above, mistakes);
            else if (before is not null && CanonicalText.Of(before) == CanonicalText.Of(member.Value))
                mistakes.Add(new SpecMistake("UFX025", member.NamePlace, $"variant '{variant}' sets '{member.Name}' to what it is already; leave it out"));
        }
    }
}
