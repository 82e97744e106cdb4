using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads options records that belong to the contracts themselves.</summary>
internal static class ContractsReader
{
    /// <summary>The schema of <see cref="TrainingOptions"/>, read as a plugin's options are.</summary>
    public static EquatableArray<OptionSchema> TrainingOptions()
    {
        using var library = new MetadataLibrary(new AssemblyLocator(new Dictionary<string, string>()));
        var contracts = library.Open(typeof(TrainingOptions).Assembly.Location);
        return OptionsReader.Read(new ResolvedType(library, contracts, contracts.Find(typeof(TrainingOptions).FullName!)!.Value));
    }
}
