namespace Unfold.Cli.Series;

/// <summary>This program, as it can be started again.</summary>
internal static class ThisProgram
{
    /// <summary>The host of .NET, where it is one, and the program.</summary>
    public static IReadOnlyList<string> Command() => IsHosted ? [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]] : [Environment.ProcessPath!];

    /// <summary>The arguments that start it again as it was started.</summary>
    public static IEnumerable<string> Arguments() => Environment.GetCommandLineArgs().Skip(IsHosted ? 0 : 1);

    private static bool IsHosted => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
}
