using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A completed run's network with its reported parameters.</summary>
internal static class StoredNetwork
{
    /// <summary>Builds the network, in evaluation mode.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="spec">Its typed spec.</param>
    /// <param name="result">Its results.json.</param>
    /// <param name="prepared">Its problem.</param>
    /// <exception cref="ResultsException">
    /// UFR003 or UFR010: the parameters are missing or damaged; UFR011: an older version kept none; UFR012: they are of another network.
    /// </exception>
    public static UnfoldingNetwork Open(string folder, TrainingSpec spec, RunResult result, PreparedProblem prepared)
    {
        if (!File.Exists(Path.Combine(folder, RunFiles.Parameters)))
            throw new ResultsException("UFR011", $"the run in {folder} cannot be opened again: it has no {RunFiles.Parameters}: an older version made it", "repeat it with --force");
        var network = NetworkBuild.Build(spec, prepared, new TrainingSample(prepared.Train));
        try
        {
            ParametersFile.Load(folder, network, result.SpecSha256);
            if (ParametersHash.Of(network) != result.ParametersSha256)
                throw new ResultsException("UFR012", $"the parameters in {folder} are not those of its {RunFiles.Results}", "repeat the run with --force");
            network.eval();
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }
}
