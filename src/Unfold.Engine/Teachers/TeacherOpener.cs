using Unfold.Engine.Networks;
using Unfold.Engine.Problems;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Teachers;

/// <summary>Opens teachers on their student's problem, which is theirs too.</summary>
internal static class TeacherOpener
{
    /// <summary>Builds their networks and loads their parameters.</summary>
    /// <exception cref="UnfoldException">UFT011: the dataset has changed since; UFT014: a teacher sees what only the truth gives.</exception>
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
        var network = StoredNetwork.Open(found.Folder, found.Spec, found.Result, prepared);
        var runner = new NetworkRunner(network, found.Spec.Continuation);
        if (runner.UsesOracle)
        {
            network.Dispose();
            throw new UnfoldException("UFT014", $"the teacher '{found.Name}' uses an oracle: it is given the true noise norm and the truth's range, and its student would imitate that unseen", "take a teacher that is told neither: set its noiseBound and outputRange");
        }

        foreach (var parameter in network.parameters())
            parameter.requires_grad = false;
        return new OpenTeacher(found, runner);
    }
}
