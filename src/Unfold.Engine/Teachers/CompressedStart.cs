using TorchSharp;

namespace Unfold.Engine.Teachers;

/// <summary>Starts a network from a trained larger one.</summary>
internal static class CompressedStart
{
    /// <summary>Copies into the network what the compression makes of the teacher.</summary>
    /// <exception cref="UnfoldException">UFT013: the student cannot be made from this teacher.</exception>
    public static void Apply(ICompression compression, UnfoldingNetwork student, TeacherSet teachers, Problem problem, TrainingSample sample)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var own = student.named_parameters().ToDictionary(p => p.name, p => (torch.Tensor)p.parameter, StringComparer.Ordinal);
        foreach (var (name, value) in compression.Compress(new CompressionContext(teachers.ParametersOf(compression.Teacher), own, problem, sample)))
        {
            if (!own.TryGetValue(name, out var target) || !target.shape.SequenceEqual(value.shape))
                throw new UnfoldException("UFT013", $"the compression made '{name}' [{string.Join(" × ", value.shape)}], and the student has {(target is null ? "no such parameter" : $"[{string.Join(" × ", target.shape)}]")}", "correct the compression: it returns the student's names and shapes");
            target.copy_(value);
        }
    }
}
