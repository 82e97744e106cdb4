namespace Unfold.Cli;

/// <summary>Exit codes, documented in docs/command-line.md.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int RunFailed = 1;
    public const int Usage = 2;
    public const int Differs = 3;
    public const int Plugin = 4;
    public const int Environment = 5;
    public const int Diverged = 6;
    public const int NoSpace = 7;
    public const int Locked = 8;
    public const int Stopped = 75;
    public const int Cancelled = 130;

    /// <summary>The exit code of an error's code.</summary>
    public static int Of(string code) => code switch
    {
        "UFT001" => Diverged,
        "UFR002" => NoSpace,
        "UFR013" => Locked,
        "UFR004" => Differs,
        "UFR008" or "UFR009" => Usage,
        "UFR007" => RunFailed,
        "UFS001" or "UFS003" => Usage,
        _ when code.StartsWith("UFX", StringComparison.Ordinal) => Usage,
        _ when code.StartsWith("UFP", StringComparison.Ordinal) => Plugin,
        _ when code.StartsWith("UFE", StringComparison.Ordinal) || code.StartsWith("UFD", StringComparison.Ordinal) || code.StartsWith("UFR", StringComparison.Ordinal) || code.StartsWith("UFS", StringComparison.Ordinal) => Environment,
        _ => RunFailed,
    };
}
