using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>A folder that should hold a plugin of its own name.</summary>
internal sealed record PluginCandidate(string Folder)
{
    /// <summary>A person puts a file of this name into a plugin's folder to switch it off.</summary>
    public const string DisabledFile = InactiveComponent.DisabledFile;

    public string Name { get; } = Path.GetFileName(Folder);

    public string Assembly => Path.Combine(Folder, Name + ".dll");

    public bool HasAssembly => File.Exists(Assembly);

    public bool Exists => Directory.Exists(Folder);

    public bool IsDisabled => File.Exists(Path.Combine(Folder, DisabledFile));
}
