namespace Unfold;

/// <summary>
/// Written by the source generator for every experiment of an assembly, so that experiments can be listed from metadata,
/// without loading a plugin or torch.
/// </summary>
/// <param name="name">The experiment's name.</param>
/// <param name="source">Its JSON file, relative to the repository.</param>
/// <param name="description">Its description.</param>
/// <param name="variants">The names of its variants.</param>
/// <param name="runs">The number of its runs: cells times seeds.</param>
/// <param name="type">The generated class, with a static <c>Definition</c> property of type <see cref="Experiment"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class DeclaredExperimentAttribute(string name, string source, string description, string[] variants, int runs, Type type) : Attribute
{
    /// <summary>The experiment's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its JSON file.</summary>
    public string Source { get; } = source;

    /// <summary>Its description.</summary>
    public string Description { get; } = description;

    /// <summary>The names of its variants.</summary>
    public IReadOnlyList<string> Variants { get; } = variants;

    /// <summary>The number of its runs.</summary>
    public int Runs { get; } = runs;

    /// <summary>The generated class.</summary>
    public Type Type { get; } = type;
}
