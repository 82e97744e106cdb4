using Unfold.Cli.Rendering;
using Unfold.Results;
using Unfold.Specs;

namespace Unfold.Cli.Tests;

[UsesVerify]
public sealed class VerificationTableTests
{
    [Fact]
    public Task What_differs_is_a_table() => Verify(Draw(new VerificationReport(
        "quickstart",
        [
            new RunCheck("deconet", 0, 16, [new Difference("test.mse", "0.067929900288581848", "0.0712", 0.003270099711418152, 0.00013585980057716370), new Difference("untrained.test.psnr", "12.5", null)], null),
            new RunCheck("c-dec", 0, 16, [], "its spec has changed since its result was accepted"),
            new RunCheck("lmmse", 0, 16, [], null),
        ],
        [new MetricCheck("deconet", "test.mse", 0.0679, 0.0712, 3, 1e-4, false)],
        [
            Means("c-dec.test.mse < deconet.test.mse", 0.0257135, 0.0679299, 3, ClaimExpectation.Holds, true),
            Means("recommended.test.mse < lmmse.test.mse", double.NaN, 0.0054498, 1, ClaimExpectation.Holds, false),
            Means("c-dec.test.mse < pinv.test.mse", 0.1, 0.2, 1, ClaimExpectation.DoesNotHold, false),
            Means("lmmse.test.mse > pinv.test.mse", 0.1, 0.2, 1, ClaimExpectation.DoesNotHold, true),
            Means("lmmse.test.mse < mean.test.mse", 0.1, 0.2, 1, ClaimExpectation.HoldsInPart, true) with { IsChecked = false },
            Judged("c-dec.test.psnr > deconet.test.psnr", Verdict.Holds, "holds", ClaimExpectation.Holds),
            Judged("c-dec.test.ssim > deconet.test.ssim", Verdict.HoldsInPart, "holds only at layers=5; does not hold at layers=10", ClaimExpectation.HoldsInPart),
            Judged("c-dec.train.mse < deconet.train.mse", Verdict.NotDecided, "not decided", ClaimExpectation.Holds),
        ])));

    [Fact]
    public Task Where_all_is_as_expected_there_is_one_line_and_the_claims() => Verify(Draw(new VerificationReport(
        "quickstart",
        [new RunCheck("deconet", 0, 16, [], null)],
        [],
        [Means("c-dec.test.mse < deconet.test.mse", 0.0257135, 0.0679299, 1, ClaimExpectation.Holds, true)])));

    [Fact]
    public void The_table_fits_into_80_columns_with_the_widest_numbers()
    {
        var difference = new Difference("untrained.test.psnr", "-1.2345678e-05", "-1.2345678e-05", -1.2345678e-05, 1.2345678e-10);
        var lines = Draw(new VerificationReport("quickstart", [new RunCheck("recommended", 0, 1, [difference], null)], [], [])).Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public Task What_the_numbers_do_not_say_is_said_beneath() => Verify(Draw(new VerificationReport(
        "paper/x",
        [
            new RunCheck("a", 0, 16, [new Difference("test.mse", "0.0679", "0.05", -0.0179, 0.000135, DifferenceKind.Better), new Difference("test.psnr", "20", "21", 1, 0.05, DifferenceKind.Better)], null),
            new RunCheck("a", 1, 16, [new Difference("test.mse", "NaN", "NaN", Kind: DifferenceKind.NotANumber)], null) { Device = "cuda", AcceptedOn = "cpu" },
            new RunCheck("b", 0, 16, [], null) { Device = "cpu", AcceptedOn = "cpu" },
        ],
        [new MetricCheck("a", "test.mse", 0.07, 0.05, 2, 1e-4, false)],
        [])));

    [Fact]
    public void Signals_without_a_psnr_have_their_nmse_in_80_columns_too()
    {
        var report = new VerificationReport("x", [], [], [])
        {
            Statistics =
            [
                new("lista[layers=16,loss=log-cosh]", "test.mse", 1.2345678e-05, 1.2345678e-05, 10, new Interval(-1.2345678e-05, 1.2345678e-05)),
                new("lista", "test.nmse_db", -33.456789, 0.123456, 6, new Interval(-33.6, -33.3)),
            ],
        };
        var lines = Draw(report).TrimEnd().Split('\n');
        Assert.Contains(lines, line => line.StartsWith("lista ", StringComparison.Ordinal) && line.Contains(" test.nmse_db ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Figures_over_the_seeds_are_a_table_of_80_columns()
    {
        var report = new VerificationReport("x", [], [], [])
        {
            Statistics =
            [
                new("deconet[layers=5,loss=log-cosh]", "test.mse", 1.2345678e-05, 1.2345678e-05, 10, new Interval(-1.2345678e-05, 1.2345678e-05)),
                new("deconet", "test.psnr", 23.456789, 0.123456, 6, new Interval(23.3, 23.6)),
                new("deconet", "train.loss", 1, 1, 6, new Interval(1, 1)),
            ],
        };
        var lines = Draw(report).TrimEnd().Split('\n');
        Assert.Equal("variant               metric          mean  deviation       95 % interval     n", lines[0]);
        Assert.Equal("deconet               test.psnr     23.457    0.12346       23.3 23.6         6", lines[3]);
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Single(Draw(report, withStatistics: false).TrimEnd().Split('\n'));
    }

    private static ClaimCheck Means(string claim, double left, double right, int seeds, ClaimExpectation declared, bool passes) =>
        new(claim, declared, null, null, seeds, [new MeanComparison(claim, left, right, seeds, Claim.Parse(claim)!.Holds(left, right), double.IsFinite(left))], passes);

    private static ClaimCheck Judged(string claim, Verdict verdict, string sentence, ClaimExpectation declared) =>
        new(claim, declared, verdict, sentence, 10, [new("at 5", 1, 2, 10, true, true), new("at 10", 2, 1, 10, false, true)], $"{verdict}" == $"{declared}");

    private static string Draw(VerificationReport report, bool withStatistics = true)
    {
        using var writer = new StringWriter();
        VerificationTable.Write(writer, report, withStatistics);
        return writer.ToString();
    }
}
