using Unfold.Reporting;
using Unfold.Results;

namespace Unfold.Cli.Verifications;

/// <summary>What <c>--junit</c> names: written whatever comes of the verification, so that a CI system never shows the file of an earlier one.</summary>
internal static class JUnitFile
{
    /// <summary>Verifies, and writes the file where one is asked for.</summary>
    /// <param name="file">The file, or null.</param>
    /// <param name="name">What is verified, for an error that comes before anything was.</param>
    /// <param name="verify">Adds what it found.</param>
    public static int Write(string? file, string name, Func<ICollection<VerificationSuite>, int> verify)
    {
        var suites = new List<VerificationSuite>();
        if (file is null)
            return verify(suites);
        try
        {
            var exitCode = verify(suites);
            JUnitReport.Write(file, suites);
            return exitCode;
        }
        catch (Exception error)
        {
            JUnitReport.Write(file, [.. suites, VerificationSuite.OfError(name, error is OperationCanceledException ? ["cancelled"] : ErrorReport.Describe(error))]);
            throw;
        }
    }
}
