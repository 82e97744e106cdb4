namespace Unfold.Generators;

/// <summary>Names of the pipeline's steps, for tests of what is done again after a change.</summary>
internal static class StepNames
{
    public const string Components = "Components";
    public const string Files = "Files";
    public const string Experiments = "Experiments";
}
