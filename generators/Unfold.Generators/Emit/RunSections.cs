namespace Unfold.Generators;

/// <summary>The sections of a spec as members of <c>Unfold.TrainingSpec</c>.</summary>
internal static class RunSections
{
    public const string TrainingType = "Unfold.TrainingOptions";

    /// <summary>dataset → Dataset.</summary>
    public static string Property(string section) => char.ToUpperInvariant(section[0]) + section.Substring(1);
}
