namespace Unfold.Datasets;

/// <summary>
/// The published archive and what is in it. Its publisher states the MD5 c32a1d4ab5d03f1284b67883e8d87530; checked are the SHA-256 sums of
/// the same bytes, the archive's when it is fetched and a batch's when it is read, so that it does not matter who unpacked it.
/// </summary>
internal static class Cifar10Files
{
    public const string TestBatch = "test_batch.bin";

    /// <summary>The folder in the archive that holds the batches.</summary>
    public const string FolderInArchive = "cifar-10-batches-bin";

    private static readonly Dictionary<string, string> Sha256 = new(StringComparer.Ordinal)
    {
        ["data_batch_1.bin"] = "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
        ["data_batch_2.bin"] = "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
        ["data_batch_3.bin"] = "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
        ["data_batch_4.bin"] = "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
        ["data_batch_5.bin"] = "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
        [TestBatch] = "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
    };

    public static DataFile Archive { get; } = new(
        "cifar-10-binary.tar.gz",
        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
        170_052_171,
        [
            new Uri("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
            new Uri("https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/cifar-10-binary.tar.gz"),
        ]);

    public static IReadOnlyList<string> TrainBatches { get; } = [.. Sha256.Keys.Where(name => name != TestBatch)];

    public static bool IsBatch(string name) => Sha256.ContainsKey(name);

    /// <summary>The published SHA-256 of a batch.</summary>
    public static string Published(string batch) => Sha256[batch];
}
