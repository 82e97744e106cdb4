using TorchSharp;

namespace Unfold.Compression;

/// <summary>Matches a student's parameters with its teacher's by name: equal shapes are copied, matrices with fewer rows truncated.</summary>
internal static class Truncation
{
    /// <summary>Makes the student's initial parameters.</summary>
    /// <param name="context">Both networks' parameters.</param>
    /// <param name="options">The options.</param>
    /// <param name="keep">From W [N, n] and a number of rows N′ &lt; N to W′ [N′, n].</param>
    public static IReadOnlyDictionary<string, torch.Tensor> Of(CompressionContext context, TruncationOptions options, Func<string, torch.Tensor, long, torch.Tensor> keep)
    {
        ArgumentNullException.ThrowIfNull(context);
        RequireNames(context, options);
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var made = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal);
        foreach (var (name, own) in context.Student)
        {
            if (context.Teacher.TryGetValue(name, out var taught) && Start(name, taught, own, options, keep) is { } value)
                made[name] = value.MoveToOuterDisposeScope();
        }

        return made.Count > 0 ? made : throw Impossible("student and teacher have no parameter in common", "take a teacher of the same architecture");
    }

    private static torch.Tensor? Start(string name, torch.Tensor teacher, torch.Tensor student, TruncationOptions options, Func<string, torch.Tensor, long, torch.Tensor> keep)
    {
        if (teacher.shape.SequenceEqual(student.shape))
            return teacher.clone();
        var isTruncated = options.Matrices.Count == 0 || options.Matrices.Contains(name);
        if (!isTruncated)
            return null;
        if (teacher.dim() != 2 || student.dim() != 2 || teacher.shape[1] != student.shape[1] || teacher.shape[0] < student.shape[0])
            throw Impossible($"'{name}' is [{Shape(teacher)}] in the teacher and [{Shape(student)}] in the student: rows of a matrix can be left out, nothing else", "give the student fewer rows and what else there is alike, or name the matrices to truncate with 'matrices'");
        return Scaled(keep(name, teacher, student.shape[0]), teacher, options.Preserve);
    }

    private static torch.Tensor Scaled(torch.Tensor truncated, torch.Tensor teacher, PreservedScale preserve)
    {
        if (preserve == PreservedScale.None)
            return truncated;
        var (before, after) = (Size(teacher, preserve), Size(truncated, preserve));
        return after > 0 ? truncated * (before / after) : truncated;
    }

    private static double Size(torch.Tensor matrix, PreservedScale preserve)
    {
        var exact = matrix.to(torch.float64);
        var size = preserve == PreservedScale.Energy ? exact.norm() : RowNorms(exact).sum();
        return size.item<double>();
    }

    /// <summary>‖wᵢ‖₂ of every row, [N].</summary>
    public static torch.Tensor RowNorms(torch.Tensor matrix) => matrix.square().sum(dim: 1).sqrt();

    /// <summary>The student cannot be made from this teacher.</summary>
    public static UnfoldException Impossible(string what, string mend) => new("UFT013", what, mend);

    private static void RequireNames(CompressionContext context, TruncationOptions options)
    {
        if (options.Matrices.FirstOrDefault(m => !context.Student.ContainsKey(m) || !context.Teacher.ContainsKey(m)) is { } unknown)
            throw Impossible($"there is no parameter '{unknown}' in both networks; the student has {string.Join(", ", context.Student.Keys)}", "correct 'matrices'");
    }

    private static string Shape(torch.Tensor tensor) => string.Join(" × ", tensor.shape);
}
