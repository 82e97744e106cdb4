using TorchSharp;

namespace Unfold.Engine.Teachers;

/// <summary>The teachers of a run, their networks on its device; owns them.</summary>
public sealed class TeacherSet : IDisposable
{
    private readonly Dictionary<string, OpenTeacher> _open;

    internal TeacherSet(IEnumerable<OpenTeacher> open)
    {
        _open = open.ToDictionary(t => t.Found.Name, StringComparer.Ordinal);
        Reconstruct = _open.ToDictionary(t => t.Key, t => (Func<Observation, torch.Tensor>)t.Value.Reconstruct, StringComparer.Ordinal);
    }

    /// <summary>A run without teachers.</summary>
    public static TeacherSet None { get; } = new([]);

    /// <summary>For <see cref="LossContext.Teachers"/>.</summary>
    public IReadOnlyDictionary<string, Func<Observation, torch.Tensor>> Reconstruct { get; }

    /// <summary>The trained parameters of a teacher by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no teacher of this name.</exception>
    internal IReadOnlyDictionary<string, torch.Tensor> ParametersOf(string teacher) => _open[teacher].Parameters;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var teacher in _open.Values)
            teacher.Dispose();
    }
}
