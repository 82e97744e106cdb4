using TorchSharp;

namespace Unfold.Testing;

/// <summary>The checks of a compression, from a matrix of twelve rows to one of six.</summary>
public static class CompressionChecks
{
    /// <summary>All of them.</summary>
    /// <param name="compression">The compression.</param>
    public static IEnumerable<CheckResult> All(ICompression compression)
    {
        ArgumentNullException.ThrowIfNull(compression);
        yield return GuardedCheck.Run("teacher", () => new CheckResult("teacher", !string.IsNullOrEmpty(compression.Teacher), $"'{compression.Teacher}'"));
        yield return Over("student", s => Student(compression, s));
        yield return Over("inputs", s => Inputs(compression, s));
        yield return Over("same bits", s => Repeatable(compression, s));
        yield return Over("leaks", s => Leaks(compression, s));

        CheckResult Over(string check, Func<SampleProblem, CheckResult> run) => ShapeSweep.Over(check, SampleProblem.Shapes, shape =>
        {
            using var noGradient = torch.no_grad();
            using var sample = new SampleProblem(shape);
            return run(sample);
        });
    }

    private static CheckResult Student(ICompression compression, SampleProblem sample)
    {
        var context = Context(sample);
        var made = compression.Compress(context);
        foreach (var (name, value) in made)
        {
            if (!context.Student.TryGetValue(name, out var own))
                return new CheckResult("student", passed: false, $"'{name}' is no parameter of the student");
            if (!own.shape.AsSpan().SequenceEqual(value.shape) || own.dtype != value.dtype)
                return new CheckResult("student", passed: false, $"'{name}' is {value.dtype} {TensorBits.Shape(value)}, and the student's {own.dtype} {TensorBits.Shape(own)}");
            if (!TensorBits.IsFinite(value))
                return new CheckResult("student", passed: false, $"'{name}' is not finite");
            if (ReferenceEquals(value, own) || context.Teacher.Values.Any(t => ReferenceEquals(t, value)))
                return new CheckResult("student", passed: false, $"'{name}' is the engine's own tensor: the caller owns what is made");
        }

        return new CheckResult("student", passed: true, $"makes {string.Join(", ", made.Keys.Order(StringComparer.Ordinal))} in the student's shapes");
    }

    private static CheckResult Inputs(ICompression compression, SampleProblem sample)
    {
        var context = Context(sample);
        var given = context.Teacher.Concat(context.Student).Select(p => (p.Key, p.Value, Before: p.Value.clone())).ToList();
        _ = compression.Compress(context);
        var changed = given.Where(g => g.Value.IsInvalid || !TensorBits.AreEqual(g.Value, g.Before)).Select(g => g.Key).ToList();
        return new CheckResult("inputs", changed.Count == 0, changed.Count == 0 ? "both networks are left as they were" : $"changed in place, or disposed: {string.Join(", ", changed)}");
    }

    private static CheckResult Repeatable(ICompression compression, SampleProblem sample)
    {
        var (first, second) = (compression.Compress(Context(sample)), compression.Compress(Context(sample)));
        var isSame = first.Count == second.Count && first.All(p => second.TryGetValue(p.Key, out var other) && TensorBits.AreEqual(p.Value, other));
        return new CheckResult("same bits", isSame, "compressed twice");
    }

    private static CheckResult Leaks(ICompression compression, SampleProblem sample)
    {
        var context = Context(sample);
        return MemoryChecks.Leaks(() => compression.Compress(context));
    }

    private static CompressionContext Context(SampleProblem sample)
    {
        using var generator = new torch.Generator(13, torch.CPU);
        long n = sample.Problem.Shape.Length;
        var teacher = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal)
        {
            ["analysis"] = torch.randn(12, n, generator: generator),
            ["smoothing"] = torch.tensor(0.4f),
        };
        var student = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal)
        {
            ["analysis"] = torch.randn(6, n, generator: generator),
            ["smoothing"] = torch.tensor(1.2f),
        };
        return new CompressionContext(teacher, student, sample.Problem, sample.Sample);
    }
}
