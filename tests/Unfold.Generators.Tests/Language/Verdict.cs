using Unfold.Engine.Identity;
using Unfold.Hosting;

namespace Unfold.Generators.Tests;

/// <summary>What a path makes of a spec: the codes of its errors, or names, seeds and identities of its cells.</summary>
internal static class Verdict
{
    private const int ComparedCells = 20;

    public static string Refused(IEnumerable<string> codes) => "refused: " + string.Join(" ", codes.Distinct().Order(StringComparer.Ordinal));

    /// <summary>Both paths end in typed records: what these say of themselves is the verdict.</summary>
    public static string Of(Func<Experiment> open)
    {
        try
        {
            var experiment = open();
            var cells = experiment.Cells.Take(ComparedCells).Select(c => $"{c.Name} {string.Join(",", c.Seeds)} {Identity(c.Create())}");
            return $"accepted: {experiment.Cells.Count} {string.Join("; ", cells)} {experiment.Expect}";
        }
        catch (SpecException wrong)
        {
            return Refused(wrong.Diagnostics.Where(d => !d.IsWarning).Select(d => d.Code));
        }
        catch (UnfoldException wrong)
        {
            return Refused([wrong.Code]);
        }
    }

    private static string Identity(TrainingSpec spec)
    {
        SpecValidation.Check(spec);
        return RunIdentity.Of(spec).Sha256;
    }
}
