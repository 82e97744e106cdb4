using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Unfold.Hosting;

/// <summary>An assembly file read as data. The whole file is in memory: nothing stays locked and no code of it can run.</summary>
internal sealed class MetadataFile : IDisposable
{
    /// <summary>Deeper than any compiler nests: damaged metadata can run in circles.</summary>
    public const int MaximumDepth = 64;

    private readonly PEReader _image;
    private readonly Lazy<Dictionary<string, TypeDefinitionHandle>> _types;

    private MetadataFile(string path, byte[] bytes)
    {
        Path = path;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        Reader = _image.HasMetadata ? _image.GetMetadataReader() : throw new InvalidDataException("it holds native code only");
        if (!Reader.IsAssembly)
            throw new InvalidDataException("it is a module without an assembly manifest");
        _types = new(() => Reader.TypeDefinitions.ToDictionary(FullName, StringComparer.Ordinal));
    }

    public string Path { get; }

    /// <summary>Lower-case hexadecimal SHA-256 of the file.</summary>
    public string Sha256 { get; }

    public MetadataReader Reader { get; }

    /// <summary>The assembly's simple name.</summary>
    public string Name => Reader.GetString(Reader.GetAssemblyDefinition().Name);

    public Version Version => Reader.GetAssemblyDefinition().Version;

    /// <summary>Names this very compilation.</summary>
    public Guid Mvid => Reader.GetGuid(Reader.GetModuleDefinition().Mvid);

    /// <summary>The assemblies that it references, by simple name.</summary>
    public IEnumerable<AssemblyReference> References => Reader.AssemblyReferences.Select(Reader.GetAssemblyReference);

    /// <exception cref="BadImageFormatException">It is no .NET assembly.</exception>
    /// <exception cref="InvalidDataException">It is one of a kind that cannot be a plugin.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MetadataFile Open(string path) => new(path, File.ReadAllBytes(path));

    /// <summary>The version of the assembly of this name that it was compiled against, or null.</summary>
    public Version? VersionOfReference(string assembly)
    {
        foreach (var reference in References)
        {
            if (Reader.StringComparer.Equals(reference.Name, assembly))
                return reference.Version;
        }

        return null;
    }

    /// <summary>The type of this full name (nested types as <c>Outer+Inner</c>), or null.</summary>
    public TypeDefinitionHandle? Find(string fullName) => _types.Value.TryGetValue(fullName, out var handle) ? handle : null;

    /// <summary>The full name as reflection writes it.</summary>
    public string FullName(TypeDefinitionHandle handle) => FullName(handle, depth: 0);

    public void Dispose() => _image.Dispose();

    private string FullName(TypeDefinitionHandle handle, int depth)
    {
        if (depth > MaximumDepth)
            throw new InvalidDataException("its types are nested in a circle");
        var type = Reader.GetTypeDefinition(handle);
        var name = Reader.GetString(type.Name);
        if (type.IsNested)
            return $"{FullName(type.GetDeclaringType(), depth + 1)}+{name}";
        return type.Namespace.IsNil ? name : $"{Reader.GetString(type.Namespace)}.{name}";
    }
}
