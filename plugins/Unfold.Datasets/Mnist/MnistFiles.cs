namespace Unfold.Datasets;

/// <summary>
/// The four published files. The MD5 sums of training images and labels, test images and labels: f68b3c2dcbeaaa9fbdd348bbdeb94873, d53e105ee54ea40749a09fcbcd1e9432,
/// 9fb629c4189551a2d022fa330f9573f3, ec29112dd5afa0611ce80d1b7f02629c; checked are the SHA-256 sums of the same bytes.
/// </summary>
internal static class MnistFiles
{
    public const string Folder = "mnist";

    private static readonly string[] Mirrors =
    [
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ];

    public static PublishedIdx TrainImages { get; } = File(
        "train-images-idx3-ubyte.gz",
        9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        60_000);

    public static PublishedIdx TrainLabels { get; } = File(
        "train-labels-idx1-ubyte.gz",
        28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        60_000);

    public static PublishedIdx TestImages { get; } = File(
        "t10k-images-idx3-ubyte.gz",
        1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        10_000);

    public static PublishedIdx TestLabels { get; } = File(
        "t10k-labels-idx1-ubyte.gz",
        4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        10_000);

    public static IReadOnlyList<PublishedIdx> All { get; } = [TestImages, TestLabels, TrainImages, TrainLabels];

    private static PublishedIdx File(string name, long length, string sha256, string plainSha256, int count) =>
        new(new DataFile(name, sha256, length, [.. Mirrors.Select(m => new Uri(m + name))]), plainSha256, count);
}
