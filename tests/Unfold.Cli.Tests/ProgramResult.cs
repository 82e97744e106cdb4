namespace Unfold.Cli.Tests;

/// <summary>What the program left.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>For messages of assertions.</summary>
    public string Text => $"exit code {ExitCode}\n{Output}\n{Error}";
}
