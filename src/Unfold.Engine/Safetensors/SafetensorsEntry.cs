namespace Unfold.Engine.Safetensors;

/// <summary>Where a tensor lies in the payload.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its elements.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Start">First byte, from the start of the payload.</param>
/// <param name="End">One past the last.</param>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, IReadOnlyList<long> Shape, long Start, long End);
