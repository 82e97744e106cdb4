using System.Globalization;

namespace Unfold.Sweeps;

/// <summary>Elements that are submitted as one array. An element is its index plus the offset, since no index may reach the site's MaxArraySize.</summary>
/// <param name="Indices">The array's indices, ascending.</param>
/// <param name="Offset">What is added to an index.</param>
/// <param name="Expression">The indices as sbatch takes them: <c>0-9,12,15-20%4</c>.</param>
public sealed record ArrayChunk(IReadOnlyList<int> Indices, int Offset, string Expression)
{
    /// <summary>The elements.</summary>
    public IEnumerable<int> Elements => Indices.Select(i => i + Offset);

    /// <summary>What follows the script on sbatch's command line, and the script hands to <c>unfold sweep cell</c>. Slurm keeps it over a requeue.</summary>
    public IReadOnlyList<string> ScriptArguments => ["--offset", Offset.ToString(CultureInfo.InvariantCulture)];
}
