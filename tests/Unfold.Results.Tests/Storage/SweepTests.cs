namespace Unfold.Results.Tests;

public sealed class SweepTests
{
    [Fact]
    public void What_a_killed_process_left_is_gone_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["run", "results.json"], "{}");
        AtomicFile.Write(folder["run", "checkpoints", "last.safetensors"], "x");
        AtomicFile.Write(folder["other", "a.tmp"], "not below the run");
        foreach (var left in new[] { Left("results.json"), Left(".hidden"), Left("checkpoints", "last.safetensors") })
            File.WriteAllText(left, "half");
        Directory.CreateSymbolicLink(folder["run", "link"], folder["other"]);

        AtomicFile.Sweep(folder["run"]);
        Assert.Equal(
            ["other/a.tmp", "run/checkpoints/last.safetensors", "run/results.json"],
            Directory.GetFiles(folder.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
                .Select(f => Path.GetRelativePath(folder.Path, f)).Order(StringComparer.Ordinal));

        // The name that a temporary file really has, seen while it is there.
        string Left(params string[] of)
        {
            var seen = "";
            var path = folder[["run", .. of]];
            AtomicFile.Write(path, _ => seen = Directory.GetFiles(Path.GetDirectoryName(path)!, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint }).Single(f => f.StartsWith(path + ".", StringComparison.Ordinal)));
            if (of[^1] == ".hidden")
                File.Delete(path);
            return seen;
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_has_nothing_to_sweep()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Sweep(folder["none"]);
    }
}
