using Newtonsoft.Json.Linq;
using Unfold.Engine.Identity;

namespace Unfold.Engine.Teachers;

/// <summary>A teacher must have learnt from the same signals, measured alike: the student's test images may not be among its training images.</summary>
internal static class SameProblem
{
    // What decides A, the noise, the signals and their split.
    private static readonly string[] Paths = ["seed", "dataset", "measurement", "training.validationFraction"];

    /// <exception cref="UnfoldException">UFT011.</exception>
    public static void Require(FoundTeacher teacher, TrainingSpec student)
    {
        var (theirs, ours) = (CanonicalJson.Of(teacher.Spec), CanonicalJson.Of(student));
        var differing = Paths.Where(path => !JToken.DeepEquals(theirs.SelectToken(path), ours.SelectToken(path))).ToList();
        if (differing.Count > 0)
            throw Differs(teacher, string.Join(", ", differing));
    }

    /// <exception cref="UnfoldException">UFT011: the dataset's files have changed since.</exception>
    public static void RequireContent(FoundTeacher teacher, string? theirs, string ours)
    {
        if (theirs is not null && theirs != ours)
            throw Differs(teacher, "the dataset's content");
    }

    private static UnfoldException Differs(FoundTeacher teacher, string what) => new(
        "UFT011",
        $"the teacher '{teacher.Name}' learnt another problem: {what} differ{(what.Contains(',', StringComparison.Ordinal) ? "" : "s")} between it and the student",
        "give both the same seed, dataset, measurement and validation fraction");
}
