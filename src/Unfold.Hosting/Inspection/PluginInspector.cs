namespace Unfold.Hosting;

/// <summary>Inspects one plugin by itself; what concerns several is decided by <see cref="PluginSurvey"/>.</summary>
internal sealed class PluginInspector(MetadataLibrary library)
{
    /// <summary>Reads the assembly. Whatever its bytes, this returns a report.</summary>
    public PluginReport Inspect(PluginCandidate candidate)
    {
        var report = new PluginReport { Name = candidate.Name, Path = candidate.Assembly };
        if (!candidate.HasAssembly)
            return report with { Path = candidate.Folder, Problem = PluginProblems.NoAssembly(candidate.Name) };
        try
        {
            var file = library.Open(candidate.Assembly);
            if (file.Name != candidate.Name)
                return report with { Problem = PluginProblems.OtherAssemblyName(candidate.Name, file.Name) };
            var read = Describe(report, file);
            var problem = read.Problem ?? ContractCheck.Find(file) ?? OwnCopyIn(candidate.Folder) ?? DependencyFile.Find(candidate.Assembly);
            return problem is null ? WithComponents(read, file) : read with { Problem = problem };
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // The metadata reader meets arbitrary bytes here and documents no list of what it throws.
            return report with { Problem = PluginProblems.NotAnAssembly(unreadable.Message) };
        }
    }

    /// <summary>Describes an assembly of the host.</summary>
    public PluginReport InspectBuiltIn(string path)
    {
        var file = library.Open(path);
        return WithComponents(Describe(new PluginReport { Name = file.Name, Path = path, IsBuiltIn = true }, file), file);
    }

    private static PluginReport Describe(PluginReport report, MetadataFile file) => report with
    {
        Version = file.Version,
        Mvid = file.Mvid,
        Sha256 = file.Sha256,
        Contracts = file.VersionOfReference(SharedAssemblies.Contracts.Name!),
        TorchSharp = file.VersionOfReference(SharedAssemblies.Torch.Name!),
        References = [.. file.References.Select(reference => file.Reader.GetString(reference.Name))],
    };

    private static PluginProblem? OwnCopyIn(string folder) => SharedAssemblies.Types
        .Select(type => type.Assembly.GetName().Name!)
        .Where(name => File.Exists(Path.Combine(folder, name + ".dll")))
        .Select(PluginProblems.OwnCopy)
        .FirstOrDefault();

    private PluginReport WithComponents(PluginReport report, MetadataFile file)
    {
        var reader = new ComponentReader(library, file);
        var (components, mistakes) = reader.Read();
        return mistakes.Count == 0
            ? report with { Components = components, Unmarked = components.Count == 0 ? reader.Unmarked() : [] }
            : report with { Problem = PluginProblems.BadComponents(mistakes) };
    }
}
