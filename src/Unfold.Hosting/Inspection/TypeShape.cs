using System.Collections.Immutable;

namespace Unfold.Hosting;

/// <summary>A type as a signature names it, unresolved.</summary>
/// <param name="Assembly">Simple name of the assembly it is said to live in.</param>
/// <param name="FullName">Full name, without generic arguments; for an array, that of its element followed by <c>[]</c>.</param>
/// <param name="IsValueType">Whether the signature says so.</param>
/// <param name="Arguments">Generic arguments; for an array, its element.</param>
internal sealed record TypeShape(string Assembly, string FullName, bool IsValueType, ImmutableArray<TypeShape> Arguments)
{
    public TypeShape(string assembly, string fullName, bool isValueType = false)
        : this(assembly, fullName, isValueType, [])
    {
    }

    public bool IsArray => FullName.EndsWith("[]", StringComparison.Ordinal);
}
