namespace Unfold.Sweeps;

/// <summary>Lines of a script from which sbatch reads its arguments. It takes them apart by rules of its own, which are no shell's.</summary>
internal static class SbatchLine
{
    private const string Plain = "-_./=:,+@%&|()[]*";

    /// <summary>A line.</summary>
    public static string Of(string argument) => $"#SBATCH {Quoted(argument)}";

    // Between double quotes a backslash keeps what follows it; nothing else is read there, no variable either.
    private static string Quoted(string argument)
    {
        if (argument.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal)))
            return argument;
        var name = argument.IndexOf('=', StringComparison.Ordinal) + 1;
        return $"{argument[..name]}\"{argument[name..].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
