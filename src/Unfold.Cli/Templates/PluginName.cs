using System.Text.RegularExpressions;

namespace Unfold.Cli.Templates;

/// <summary>Whether a plugin can have a name: it becomes a folder, an assembly, a namespace and, in kebab case, an id.</summary>
internal static partial class PluginName
{
    private const string Keywords =
        " abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while torch ";

    // Their namespace would hide the contracts and the tests' framework, and NuGet takes a project of a package's name for the package.
    private static readonly string[] Occupied = ["Unfold", "Xunit"];

    /// <exception cref="UnfoldException">UFP024: it cannot have it, and why.</exception>
    public static void Check(string name, string hostFolder)
    {
        var wrong = Shape().IsMatch(name) ? Taken(name, hostFolder) : "a name begins with a letter, and has letters from a to z, digits, and single dots, hyphens or underscores between them";
        if (wrong is not null)
            throw new UnfoldException("UFP024", $"a plugin cannot be called '{name}': {wrong}", "choose another name, such as MyNet or Lab.MyNet");
    }

    private static string? Taken(string name, string hostFolder)
    {
        if (name.EndsWith(".Tests", StringComparison.OrdinalIgnoreCase))
            return "projects of that ending are tests";
        if (Occupied.Contains(name, StringComparer.OrdinalIgnoreCase))
            return "what a plugin is built with has this name";
        if (Directory.EnumerateFiles(hostFolder, "*.dll").Any(file => Path.GetFileNameWithoutExtension(file).Equals(name, StringComparison.OrdinalIgnoreCase)))
            return "an assembly of the host has this name";
        // As a namespace it would hide what generated code needs by that name.
        return name.Split('.', '-').FirstOrDefault(part => Keywords.Contains($" {part} ", StringComparison.Ordinal) || typeof(object).Assembly.GetType($"System.{part}") is not null) is { } reserved
            ? $"'{reserved}' has a meaning in C# already"
            : null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
