namespace Unfold.Hosting;

/// <summary>
/// Whether this host offers what a plugin was compiled against. The loader would otherwise fall back without a word:
/// the plugin's types would implement somebody else's contracts.
/// </summary>
internal static class ContractCheck
{
    private const string Framework = "System.Runtime";

    public static PluginProblem? Find(MetadataFile file)
    {
        var contracts = SharedAssemblies.Contracts;
        if (file.VersionOfReference(contracts.Name!) is not { } wanted)
            return PluginProblems.NoContracts(contracts.Name!);
        // Contracts: additions raise the minor version, everything else the major one.
        if (wanted.Major != contracts.Version!.Major || wanted.Minor > contracts.Version.Minor)
            return PluginProblems.OtherContracts(contracts.Name!, wanted, contracts.Version);
        return Newer(file, SharedAssemblies.Torch.Name!, SharedAssemblies.Torch.Version!) ?? Newer(file, Framework, typeof(object).Assembly.GetName().Version!);
    }

    private static PluginProblem? Newer(MetadataFile file, string assembly, Version offered) =>
        file.VersionOfReference(assembly) is { } wanted && wanted > offered ? PluginProblems.OtherContracts(assembly, wanted, offered) : null;
}
