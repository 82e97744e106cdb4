namespace Unfold.Results.Tests;

public sealed class DiskFullTests
{
    private const int Mebibyte = 1 << 20;

    [SkippableFact]
    public void A_full_disk_has_a_code_and_leaves_what_was_there_alone()
    {
        using var disk = new SmallDisk();
        AtomicFile.Write(disk["a"], "good");
        Assert.Equal("UFR002", Assert.Throws<ResultsException>(() => AtomicFile.Write(disk["a"], new byte[17 * Mebibyte])).Code);
        Assert.Equal("good", File.ReadAllText(disk["a"]));
        Assert.Equal([disk["a"]], Directory.GetFileSystemEntries(disk.Path));
    }

    [SkippableFact]
    public void A_full_disk_rotates_nothing_and_there_is_room_again()
    {
        using var disk = new SmallDisk();
        foreach (var generation in new byte[] { 1, 2 })
            Rotate(disk, generation, 6);
        Assert.Equal("UFR002", Assert.Throws<ResultsException>(() => Rotate(disk, 3, 6)).Code);
        Assert.Equal([disk["last"], disk["last-1"]], Directory.GetFileSystemEntries(disk.Path).Order(StringComparer.Ordinal));
        Assert.Equal((2, 1), (File.ReadAllBytes(disk["last"])[^1], File.ReadAllBytes(disk["last-1"])[^1]));
        Rotate(disk, 4, 1);
        Assert.Equal((4, 2), (File.ReadAllBytes(disk["last"])[^1], File.ReadAllBytes(disk["last-1"])[^1]));
    }

    [SkippableFact]
    public void A_line_of_the_metrics_that_finds_no_room_has_the_code_too()
    {
        using var disk = new SmallDisk();
        using var run = RunDirectory.Open(disk.Path, new RunKey("x", "a", 1, Specimen.Hash), "{}\n");
        run.Append(new MetricRecord(1, 1, Specimen.Metrics()));
        Fill(disk);
        var error = Assert.Throws<ResultsException>(() => Enumerable.Range(2, 200).ToList().ForEach(step => run.Append(new MetricRecord(step, step, Specimen.Metrics()))));
        Assert.Equal("UFR002", error.Code);
    }

    private static void Rotate(SmallDisk disk, byte generation, int mebibytes) =>
        AtomicFile.Rotate(disk["last"], disk["last-1"], stream => stream.Write([.. Enumerable.Repeat(generation, mebibytes * Mebibyte)]));

    private static void Fill(SmallDisk disk)
    {
        using var filler = new FileStream(disk["filler"], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.Throws<IOException>(() => Enumerable.Repeat(new byte[4096], 17 * 256).ToList().ForEach(page => filler.Write(page)));
    }
}
