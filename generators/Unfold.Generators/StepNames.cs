namespace Unfold.Generators;

/// <summary>Names of the pipeline's steps, for tests of what is done again after a change.</summary>
public static class StepNames
{
    /// <summary>Reading the referenced assemblies.</summary>
    public const string Components = "Components";

    /// <summary>Parsing the files: values and positions.</summary>
    public const string Parsed = "Parsed";

    /// <summary>The values alone.</summary>
    public const string Trees = "Trees";

    /// <summary>Laying files over those that they extend.</summary>
    public const string Resolved = "Resolved";

    /// <summary>Checking a file.</summary>
    public const string Checked = "Checked";

    /// <summary>Writing its class.</summary>
    public const string Sources = "Sources";

    /// <summary>All steps between the files and the sources.</summary>
    public static IReadOnlyList<string> AfterParsing { get; } = [Trees, Resolved, Checked, Sources];
}
