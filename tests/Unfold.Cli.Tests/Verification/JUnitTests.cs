using System.Xml.Linq;

namespace Unfold.Cli.Tests;

/// <summary><c>--junit</c>, as a CI system runs it.</summary>
public sealed class JUnitTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    private string XmlFile => Path.Combine(_place.Root, "out", "verify.xml");

    [Fact]
    public void What_passes_fails_or_cannot_be_verified_is_written()
    {
        Assert.Equal(ExitCode.Differs, Verify());
        Assert.Contains("UFR004", Told("error"), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, _place.Unfold("run", "tiny.json").ExitCode);
        Assert.Equal(ExitCode.Done, _place.UnfoldWithoutTorch("verify", "tiny.json", "--stored", "--accept").ExitCode);
        Assert.Equal(ExitCode.Done, Verify("--stored"));
        Assert.Equal(["tiny: mean seed 0", "tiny: trained seed 0", "tiny: claim: mean.test.mse < trained.test.mse"], Cases());
        Assert.Equal(("3", "0", "0"), Counts());

        _place.Edit(json => json["runs"]![0]!["metrics"]!["test.mse"] = 9);
        Assert.Equal(ExitCode.Differs, Verify("--stored"));
        Assert.Equal(("3", "1", "0"), Counts());
        Assert.Contains("better than expected; if that is meant, accept it: unfold verify tiny.json --accept", Told("failure"), StringComparison.Ordinal);

        // A run that cannot be trained, a file that is no experiment: never the file of an earlier verification.
        Assert.NotEqual(ExitCode.Done, Verify());
        Assert.Contains("UFR007", Told("error"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, _place.UnfoldWithoutTorch("verify", "other.json", "--junit", XmlFile).ExitCode);
        Assert.Contains("UFX016", Told("error"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, _place.UnfoldWithoutTorch("verify", "tiny.json", "--accept", "--junit", XmlFile).ExitCode);
    }

    [Fact]
    public void Every_kept_experiment_is_a_suite_and_one_that_is_damaged_hides_no_other()
    {
        var kept = Path.Combine(_place.Root, "kept");
        CopyKept("mnist-cdec", kept);
        CopyKept("beyond/mnist", kept);
        Assert.Equal(ExitCode.Done, _place.UnfoldWithoutTorch("verify", "--stored", "--out", kept, "--variant", "mean", "--junit", XmlFile).ExitCode);
        Assert.Equal(["beyond/mnist", "mnist-cdec"], XDocument.Load(XmlFile).Descendants("testsuite").Select(s => s.Attribute("name")!.Value));

        File.WriteAllText(Directory.GetFiles(Path.Combine(kept, "beyond"), "results.json", SearchOption.AllDirectories)[0], "{");
        var damaged = _place.UnfoldWithoutTorch("verify", "--stored", "--out", kept, "--variant", "mean", "--junit", XmlFile);
        Assert.Equal(ExitCode.Environment, damaged.ExitCode);
        Assert.Contains("error UFR003", damaged.Error, StringComparison.Ordinal);
        Assert.Contains("mnist-cdec: ", damaged.Output, StringComparison.Ordinal);
        Assert.Equal(["beyond/mnist: verification", "mnist-cdec: mean seed 0"], Cases());
    }

    private int Verify(params string[] flags) => _place.UnfoldWithoutTorch(["verify", "tiny.json", "--junit", XmlFile, .. flags]).ExitCode;

    private IEnumerable<string> Cases() => XDocument.Load(XmlFile).Descendants("testcase").Select(c => $"{c.Attribute("classname")!.Value}: {c.Attribute("name")!.Value}");

    private (string Tests, string Failures, string Errors) Counts() =>
        XDocument.Load(XmlFile).Root is { } root ? (root.Attribute("tests")!.Value, root.Attribute("failures")!.Value, root.Attribute("errors")!.Value) : default;

    private string Told(string element) => Assert.Single(XDocument.Load(XmlFile).Descendants(element)).Attribute("message")!.Value;

    private static void CopyKept(string experiment, string target)
    {
        var root = UnfoldProgram.Folder;
        while (!File.Exists(Path.Combine(root, "Research.sln")))
            root = Path.GetDirectoryName(root)!;
        foreach (var file in Directory.GetFiles(Path.Combine(root, "experiments", "results", experiment, "mean"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Path.Combine(root, "experiments", "results"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
