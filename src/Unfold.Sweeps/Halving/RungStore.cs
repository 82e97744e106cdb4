using System.Globalization;
using Unfold.Results;

namespace Unfold.Sweeps;

/// <summary>
/// The records of a sweep's rungs: <c>rungs/&lt;index&gt;.json</c> for every cell. A cell alone writes its file, so that processes on any
/// number of machines need no lock; all read the others'.
/// </summary>
/// <param name="sweepFolder">The sweep's folder.</param>
public sealed class RungStore(string sweepFolder)
{
    private const string Extension = ".json";
    private const int Attempts = 20;

    private readonly string _folder = Path.Combine(sweepFolder, "rungs");

    /// <summary>A cell's records, in the order of their epochs; none where it has not come to a rung.</summary>
    /// <exception cref="SweepException">UFS030: the file is damaged.</exception>
    public IReadOnlyList<RungRecord> Of(int cell) => Read(cell) ?? [];

    /// <summary>What cells have recorded at a rung, by cell.</summary>
    /// <param name="epoch">The rung's epoch.</param>
    /// <param name="metric">The metric.</param>
    /// <exception cref="SweepException">UFS030: a file is damaged.</exception>
    public IReadOnlyList<RungValue> At(int epoch, string metric) =>
    [
        .. Cells().Order().SelectMany(Of).Where(r => r.Epoch == epoch && r.Metric == metric).Select(r => new RungValue(r.Cell, r.Value)),
    ];

    /// <summary>Adds a record to those of its cell.</summary>
    /// <exception cref="SweepException">UFS030: the file is damaged.</exception>
    /// <exception cref="ResultsException">UFR001 or UFR002: it cannot be written.</exception>
    public void Add(RungRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var records = Of(record.Cell).Append(record).OrderBy(r => r.Epoch).ToList();
        AtomicFile.Write(PathOf(record.Cell), ResultsJson.Indented(new RungFile { Records = records }));
    }

    private string PathOf(int cell) => Path.Combine(_folder, cell.ToString(CultureInfo.InvariantCulture) + Extension);

    // Others' temporary files lie there too.
    private IEnumerable<int> Cells() => Directory.Exists(_folder)
        ? Directory.EnumerateFiles(_folder).Select(Path.GetFileName).OfType<string>()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => int.TryParse(name[..^Extension.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var cell) ? cell : -1)
            .Where(cell => cell >= 0)
        : [];

    private IReadOnlyList<RungRecord>? Read(int cell)
    {
        var path = PathOf(cell);
        if (Text(path) is not { } text)
            return null;
        try
        {
            var file = ResultsJson.Read<RungFile>(text, path);
            return file.IsOf(cell) ? file.Records : throw Damaged(path, "it holds no records of this cell", null);
        }
        catch (ResultsException wrong)
        {
            throw Damaged(path, wrong.InnerException?.Message ?? wrong.Message, wrong);
        }
    }

    // A rename is one step, but a file system over a network may lose a file that is replaced while it is opened.
    private static string? Text(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
                return reader.ReadToEnd();
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException && attempt > 1)
            {
                return null;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                if (attempt == Attempts)
                    throw Damaged(path, refused.Message, refused);
            }
        }
    }

    private static SweepException Damaged(string path, string why, Exception? cause) =>
        new("UFS030", $"{path} cannot be read: {why}", "delete the file: its cell then takes part in no comparison until it comes to its next rung", cause);
}
