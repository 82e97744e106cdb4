using System.Formats.Tar;
using System.IO.Compression;

namespace Unfold.Datasets;

/// <summary>The batches that a data folder holds: as files, or in the archive.</summary>
/// <param name="Place">The folder or archive, for messages.</param>
/// <param name="Batches">What it holds, by name.</param>
internal sealed record Cifar10Source(string Place, IReadOnlyDictionary<string, Func<byte[]>> Batches)
{
    /// <summary>The first of the data folders that has a batch or the archive. Unpacked batches go before an archive beside them.</summary>
    /// <exception cref="UnfoldException">UFD001: none has; UFD003: the archive is damaged.</exception>
    public static Cifar10Source Find(string folder, IReadOnlyList<string> dataFolders)
    {
        foreach (var candidate in dataFolders.Select(f => Path.Combine(f, folder)))
        {
            foreach (var unpacked in new[] { candidate, Path.Combine(candidate, Cifar10Files.FolderInArchive) })
            {
                var files = Cifar10Files.TrainBatches.Append(Cifar10Files.TestBatch).Where(name => File.Exists(Path.Combine(unpacked, name))).ToList();
                if (files.Count > 0)
                    return new Cifar10Source(unpacked, files.ToDictionary(name => name, name => (Func<byte[]>)(() => File.ReadAllBytes(Path.Combine(unpacked, name))), StringComparer.Ordinal));
            }

            var archive = Path.Combine(candidate, Cifar10Files.Archive.Name);
            if (File.Exists(archive))
                return new Cifar10Source(archive, Unpack(archive));
        }

        throw new UnfoldException(
            "UFD001",
            $"neither data_batch_1.bin nor {Cifar10Files.Archive.Name} is in any of the data folders {string.Join(", ", dataFolders)} (looked in their folder '{folder}')",
            $"download it with 'unfold data fetch cifar10', or name the folder that holds '{folder}' in UNFOLD_DATA");
    }

    private static Dictionary<string, Func<byte[]>> Unpack(string archive)
    {
        var batches = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal);
        try
        {
            using var packed = File.OpenRead(archive);
            using var plain = new GZipStream(packed, CompressionMode.Decompress);
            using var reader = new TarReader(plain);
            while (reader.GetNextEntry() is { } entry)
            {
                var name = Path.GetFileName(entry.Name);
                if (entry.DataStream is null || !Cifar10Files.IsBatch(name))
                    continue;
                var content = new byte[entry.Length];
                entry.DataStream.ReadExactly(content);
                batches[name] = () => content;
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new UnfoldException("UFD003", $"{archive} cannot be unpacked: {damaged.Message}", Cifar10Rows.FetchAgain, damaged);
        }

        return batches;
    }
}
