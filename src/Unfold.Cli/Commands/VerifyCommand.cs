using System.CommandLine;
using Unfold.Cli.Verifications;
using Unfold.Results;

namespace Unfold.Cli.Commands;

/// <summary><c>unfold verify</c>: trains again and compares with the results that were accepted.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string?>("experiment") { Description = "Its name ('unfold list'), a JSON file, or a folder of names (anchors/): all in it that have accepted results. Without one, with --stored: every experiment whose runs are kept.", Arity = ArgumentArity.ZeroOrOne };
        var run = new TrainingFlags();
        var seeds = new Option<int?>("--seeds") { Description = "Only so many of each variant's seeds, the first ones." };
        var accept = new Option<bool>("--accept") { Description = "Write the results as the expected ones, beside the spec." };
        var keep = new Option<bool>("--keep") { Description = "With --accept: also keep the runs' records under experiments/results." };
        var stored = new Option<bool>("--stored") { Description = "Take the runs that are in --out, or else those that are kept; train nothing." };
        var force = new Option<bool>("--force") { Description = "With --accept: take figures too that are within their tolerance of the accepted ones." };
        var junit = new Option<string?>("--junit") { Description = "Also write what was found as JUnit XML, for CI systems." };
        var json = CommonOptions.Json();
        var outFolder = new Option<string?>("--out") { Description = "Where runs are: 'runs' for --stored, else a temporary folder." };
        var command = new Command("verify", "Train again and compare with the expected results; exit code 3 where they differ.")
        {
            name, run.Variants, seeds, outFolder, run.Device, run.Threads, run.Locked, accept, keep, force, stored, junit, json,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(name) is null && (!parsed.GetValue(stored) || parsed.GetValue(accept)))
                parsed.AddError("verify needs an experiment; without one it only re-checks what is kept: unfold verify --stored");
            if (parsed.GetValue(seeds) is < 1)
                parsed.AddError("--seeds takes a whole number from 1");
            if (parsed.GetValue(keep) && !parsed.GetValue(accept))
                parsed.AddError("--keep goes with --accept");
            if (parsed.GetValue(force) && !parsed.GetValue(accept))
                parsed.AddError("--force goes with --accept");
            if (IsFolder(parsed.GetValue(name)) && (parsed.GetValue(accept) || parsed.GetValue(run.Variants) is { Length: > 0 }))
                parsed.AddError("--accept and --variant are about one experiment, not about a folder of them");
            if (parsed.GetValue(junit) is not null && parsed.GetValue(accept))
                parsed.AddError("--junit tells what a comparison found, and --accept makes none");
        });
        command.SetAction(parsed => ErrorReport.Guard(context, () => JUnitFile.Write(parsed.GetValue(junit), parsed.GetValue(name) ?? "verify --stored", suites =>
        {
            var host = context.OpenHost(parsed.GetValue(run.Locked));
            var flags = new VerifyFlags(parsed.GetValue(run.Variants) ?? [], parsed.GetValue(seeds), parsed.GetValue(outFolder), parsed.GetValue(json), parsed.GetValue(stored));
            if (parsed.GetValue(name) is not { } named)
                return new SeveralVerifications(context, host, flags, suites).CheckKept();
            var options = run.Options(parsed, "");
            if (IsFolder(named))
                return new SeveralVerifications(context, host, flags, suites).CheckFolder(named, options);
            var experiment = ExperimentLookup.Open(host, named);
            return parsed.GetValue(accept)
                ? new ExperimentAcceptance(context, host, experiment, flags).Accept(options, parsed.GetValue(keep), parsed.GetValue(force))
                : new ExperimentVerifier(context, host, experiment, flags).Compare(options, report => suites.Add(VerificationSuite.Of(report)));
        })));
        return command;
    }

    private static bool IsFolder(string? name) => name?.EndsWith('/') == true;
}
