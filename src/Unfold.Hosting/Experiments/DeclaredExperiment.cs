namespace Unfold.Hosting;

/// <summary>A compiled experiment, as listed from metadata.</summary>
/// <param name="Name">Its name, such as <c>paper/mnist-layers</c>.</param>
/// <param name="Source">Its JSON file, relative to the repository.</param>
/// <param name="Description">Its description.</param>
/// <param name="Variants">The names of its variants.</param>
/// <param name="Runs">The number of its runs: cells times seeds.</param>
/// <param name="TypeName">Full name of the generated class.</param>
public sealed record DeclaredExperiment(string Name, string Source, string Description, IReadOnlyList<string> Variants, int Runs, string TypeName);
