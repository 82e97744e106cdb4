using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Training;
using Unfold.Results;

namespace Unfold.Engine.Teachers;

/// <summary>Opens teachers on their student's problem, which is theirs too.</summary>
internal static class TeacherOpener
{
    /// <summary>Builds their networks and loads their parameters.</summary>
    /// <exception cref="UnfoldException">UFT011: the dataset has changed since; UFT014: a teacher sees what only the truth gives; UFT015: parameters are not those of the run.</exception>
    /// <exception cref="ResultsException">The parameters cannot be read.</exception>
    public static TeacherSet Open(IReadOnlyList<FoundTeacher> found, PreparedProblem prepared)
    {
        var open = new List<OpenTeacher>();
        try
        {
            foreach (var teacher in found)
                open.Add(Open(teacher, prepared));
            return new TeacherSet(open);
        }
        catch
        {
            foreach (var teacher in open)
                teacher.Dispose();
            throw;
        }
    }

    private static OpenTeacher Open(FoundTeacher found, PreparedProblem prepared)
    {
        SameProblem.RequireContent(found, StoredRun.Read(found.Folder).Environment?.DatasetSha256, prepared.ContentSha256);
        var network = NetworkBuild.Build(found.Spec, prepared);
        try
        {
            TemporaryParameters.Load(network, Path.Combine(found.Folder, RunFiles.Parameters));
            var teacher = new OpenTeacher(found, new NetworkRunner(network, found.Spec.Continuation));
            Require(found, network);
            return teacher;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static void Require(FoundTeacher found, UnfoldingNetwork network)
    {
        if ((network as IOracleNetwork)?.UsesOracle == true)
            throw new UnfoldException("UFT014", $"the teacher '{found.Name}' uses an oracle: it is given the true noise norm and the truth's range, which its student would learn to imitate unseen", "take a teacher with noiseBound and outputRange of its own");
        if (ParametersHash.Of(network) != found.ParametersSha256)
            throw new UnfoldException("UFT015", $"the parameters of the teacher '{found.Name}' in {found.Folder} are not those that its results.json names", "train it again with --force");
        network.eval();
        foreach (var parameter in network.parameters())
            parameter.requires_grad = false;
    }
}
