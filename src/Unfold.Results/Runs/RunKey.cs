namespace Unfold.Results;

/// <summary>What names a run.</summary>
/// <param name="Experiment">The experiment; may contain slashes.</param>
/// <param name="Name">The variant or cell.</param>
/// <param name="Seed">The seed.</param>
/// <param name="SpecSha256">The identity: hash of the spec, and of its teachers' parameters where it has any.</param>
public sealed record RunKey(string Experiment, string Name, int Seed, string SpecSha256)
{
    /// <summary>The run's folder without a repetition's suffix, relative to the output folder.</summary>
    public string RelativeFolder => Path.Combine(Experiment, Name, $"{Seed}-{SpecSha256[..12]}");
}
