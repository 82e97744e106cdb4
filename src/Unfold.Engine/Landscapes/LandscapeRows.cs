using TorchSharp;
using Unfold.Results;

namespace Unfold.Engine.Landscapes;

/// <summary>A run's landscape.rows.json: the rows of a landscape that is under way, so that it can be taken up where it stopped.</summary>
/// <param name="Request">Of which landscape, eigenvalues aside.</param>
/// <param name="Device">Where they were computed: other devices add in other orders.</param>
/// <param name="Threads">On how many threads, likewise.</param>
/// <param name="Rows">For each α, for each β, the losses.</param>
internal sealed record LandscapeRows(LandscapeRequest Request, string Device, int Threads, IReadOnlyList<double[][]> Rows)
{
    /// <summary>The rows of a request, computed here and now: none yet.</summary>
    public static LandscapeRows Start(LandscapeRequest request, torch.Device device) =>
        new(request with { Eigenvalues = 0 }, device.ToString(), torch.get_num_threads(), []);

    /// <summary>With the rows that an interrupted attempt left in the folder, where it was the same.</summary>
    /// <exception cref="ResultsException">UFR003: the file is damaged.</exception>
    public LandscapeRows TakenUp(string folder)
    {
        var path = PathIn(folder);
        return File.Exists(path) && ResultsJson.ReadFile<LandscapeRows>(path) is var left && this with { Rows = left.Rows } == left ? left : this;
    }

    /// <summary>With a row more, written.</summary>
    public LandscapeRows With(string folder, double[][] row)
    {
        var longer = this with { Rows = [.. Rows, row] };
        AtomicFile.Write(PathIn(folder), ResultsJson.Line(longer));
        return longer;
    }

    public static void Delete(string folder) => File.Delete(PathIn(folder));

    private static string PathIn(string folder) => Path.Combine(folder, RunFiles.LandscapeRows);
}
