namespace Unfold.EndToEnd.Tests;

/// <summary>What a process left.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    public string Text => $"exit code {ExitCode}\n{Output}\n{Error}";
}
