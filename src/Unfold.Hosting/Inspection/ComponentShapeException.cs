namespace Unfold.Hosting;

/// <summary>A class marked as a component that is none (UFP008). The message says what it must be.</summary>
internal sealed class ComponentShapeException(string message) : Exception(message);
