using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>Turns the type references of one file into <see cref="TypeShape"/>s. What no option can be (pointers, by-refs) becomes a name that nothing matches.</summary>
internal sealed class TypeShapeProvider(MetadataFile file) : ISignatureTypeProvider<TypeShape, object?>
{
    private const string Core = "System.Runtime";
    private const byte ValueTypeKind = 0x11;

    private int _depth;

    /// <summary>The shape of a type definition, reference or specification.</summary>
    public TypeShape Of(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(file.Reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(file.Reader, (TypeReferenceHandle)handle, 0),
        _ => GetTypeFromSpecification(file.Reader, null, (TypeSpecificationHandle)handle, 0),
    };

    public TypeShape GetPrimitiveType(PrimitiveTypeCode typeCode) => new(Core, $"System.{typeCode}", typeCode is not (PrimitiveTypeCode.String or PrimitiveTypeCode.Object));

    public TypeShape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(file.Name, file.FullName(handle), rawTypeKind == ValueTypeKind);

    public TypeShape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var outer = GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0);
            return new(outer.Assembly, $"{outer.FullName}+{name}", rawTypeKind == ValueTypeKind);
        }

        var assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : file.Name;
        var fullName = type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
        return new(assembly, fullName, rawTypeKind == ValueTypeKind);
    }

    public TypeShape GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        // A specification may mention another one, in damaged metadata also itself.
        if (_depth > MetadataFile.MaximumDepth)
            throw new InvalidDataException("its type specifications run in a circle");
        _depth++;
        var shape = reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
        _depth--;
        return shape;
    }

    public TypeShape GetSZArrayType(TypeShape elementType) => new(elementType.Assembly, elementType.FullName + "[]", false, [elementType]);

    public TypeShape GetGenericInstantiation(TypeShape genericType, ImmutableArray<TypeShape> typeArguments) => genericType with { Arguments = typeArguments };

    public TypeShape GetArrayType(TypeShape elementType, ArrayShape shape) => Strange($"{elementType.FullName}[,]");

    public TypeShape GetByReferenceType(TypeShape elementType) => Strange($"ref {elementType.FullName}");

    public TypeShape GetPointerType(TypeShape elementType) => Strange($"{elementType.FullName}*");

    public TypeShape GetPinnedType(TypeShape elementType) => elementType;

    public TypeShape GetModifiedType(TypeShape modifier, TypeShape unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeShape GetFunctionPointerType(MethodSignature<TypeShape> signature) => Strange("a function pointer");

    public TypeShape GetGenericMethodParameter(object? genericContext, int index) => Strange("a type parameter");

    public TypeShape GetGenericTypeParameter(object? genericContext, int index) => Strange("a type parameter");

    private static TypeShape Strange(string name) => new("", name);
}
