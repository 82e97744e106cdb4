using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads options records that belong to the contracts themselves, as a plugin's are read: from metadata.</summary>
public static class ContractsReader
{
    /// <summary>The settable properties of a record of Unfold.Abstractions.</summary>
    /// <param name="fullName">Its full name, such as <c>Unfold.TrainingOptions</c>.</param>
    public static EquatableArray<OptionSchema> ReadOptions(string fullName)
    {
        using var library = new MetadataLibrary(new AssemblyLocator(new Dictionary<string, string>()));
        var contracts = library.Open(SharedAssemblies.PathOf(SharedAssemblies.Contracts.Name!)!);
        var record = contracts.Find(fullName) ?? throw new ArgumentException($"The contracts have no type {fullName}.", nameof(fullName));
        return OptionsReader.Read(new ResolvedType(library, contracts, record));
    }
}
