using System.Diagnostics;
using System.Reflection;
using TorchSharp;
using Unfold.Engine.Seeds;

namespace Unfold.Testing;

/// <summary>Where an exception came from, of the code that is neither the runtime's, nor torch's, nor ours.</summary>
internal static class FaultyCode
{
    private static readonly HashSet<Assembly> Ours = [typeof(FaultyCode).Assembly, typeof(TorchSeed).Assembly, typeof(IComponent).Assembly, typeof(torch).Assembly];

    /// <summary>The innermost method of somebody else's, with its file and line where they are known; null where there is none.</summary>
    public static string? Of(Exception thrown)
    {
        foreach (var frame in new StackTrace(thrown, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { DeclaringType: { } type } method || Ours.Contains(type.Assembly) || IsOfTheRuntime(type.Assembly))
                continue;
            var place = $"{Written(type).FullName?.Replace('+', '.')}.{Written(method.Name)}";
            return frame.GetFileName() is { } file && frame.GetFileLineNumber() > 0 ? $"{place}, {Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : place;
        }

        return null;
    }

    private static bool IsOfTheRuntime(Assembly assembly) => assembly.GetName().Name is { } name
        && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name == "mscorlib");

    // Lambdas and iterators are methods of classes that the compiler made: <>c.<Layer>b__0 is in Layer.
    private static Type Written(Type type)
    {
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    private static string Written(string method) =>
        method.StartsWith('<') && method.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? method[1..end] : method;
}
