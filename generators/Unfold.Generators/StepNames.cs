namespace Unfold.Generators;

/// <summary>Names of the pipeline's steps, for tests of what is done again after a change.</summary>
public static class StepNames
{
    /// <summary>Reading the referenced assemblies.</summary>
    public const string Components = "Components";

    /// <summary>Reading the files.</summary>
    public const string Files = "Files";

    /// <summary>Checking a file.</summary>
    public const string Experiments = "Experiments";
}
