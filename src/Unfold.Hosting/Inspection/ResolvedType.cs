using System.Reflection;
using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>A type definition with the file it lies in.</summary>
internal sealed class ResolvedType
{
    private readonly MetadataLibrary _library;

    public ResolvedType(MetadataLibrary library, MetadataFile file, TypeDefinitionHandle handle)
    {
        _library = library;
        File = file;
        FullName = file.FullName(handle);
        Definition = file.Reader.GetTypeDefinition(handle);
        Shapes = new TypeShapeProvider(file);
    }

    public MetadataFile File { get; }

    public MetadataReader Reader => File.Reader;

    public TypeDefinition Definition { get; }

    public string FullName { get; }

    public TypeAttributes Attributes => Definition.Attributes;

    /// <summary>Reads the signatures of this type's members.</summary>
    public TypeShapeProvider Shapes { get; }

    /// <summary>Whether code in other assemblies can name it. Nested types count as hidden: experiments name components by file-level types.</summary>
    public bool IsPublic => (Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public;

    /// <summary>The base class, or null where there is none or it belongs to the framework.</summary>
    public ResolvedType? Base => Definition.BaseType.IsNil ? null : Resolve(Shapes.Of(Definition.BaseType));

    /// <summary>This type and its base classes, as far as they lie outside the framework.</summary>
    public IEnumerable<ResolvedType> SelfAndBases()
    {
        var depth = 0;
        for (var type = this; type is not null; type = type.Base)
        {
            if (depth++ > MetadataFile.MaximumDepth)
                throw new InvalidDataException($"{FullName} inherits in a circle");
            yield return type;
        }
    }

    /// <summary>The type of a shape that this type's file mentions, or null where it belongs to the framework.</summary>
    public ResolvedType? Resolve(TypeShape shape) =>
        _library.Find(shape.Assembly, File) is { } home && home.Find(shape.FullName) is { } handle ? new ResolvedType(_library, home, handle) : null;
}
