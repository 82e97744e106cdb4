using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>What is known of a plugin from its files alone: no code of it has run.</summary>
public sealed record PluginReport
{
    /// <summary>The name of its folder, file and assembly.</summary>
    public required string Name { get; init; }

    /// <summary>Its assembly, or its folder where there is none.</summary>
    public required string Path { get; init; }

    /// <summary>Why it is not active, or null.</summary>
    public PluginProblem? Problem { get; init; }

    /// <summary>Whether it is part of the host.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Its assembly's version.</summary>
    public Version? Version { get; init; }

    /// <summary>Names the very compilation.</summary>
    public Guid? Mvid { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of its assembly's file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The contracts it was compiled against.</summary>
    public Version? Contracts { get; init; }

    /// <summary>The TorchSharp it was compiled against, or null where it uses none.</summary>
    public Version? TorchSharp { get; init; }

    /// <summary>Its components.</summary>
    public IReadOnlyList<ComponentSchema> Components { get; init; } = [];

    /// <summary>Where it offers no component: its public classes that could be one and are not marked.</summary>
    internal IReadOnlyList<string> Unmarked { get; init; } = [];

    /// <summary>The assemblies that it references, by simple name.</summary>
    internal IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What became of it.</summary>
    public PluginState State => Problem?.State ?? PluginState.Active;
}
