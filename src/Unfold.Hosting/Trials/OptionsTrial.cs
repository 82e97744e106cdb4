namespace Unfold.Hosting;

/// <summary>What became of a trial of a component's options.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Mistake">What is wrong, or null.</param>
/// <param name="Tried">What was tried, in words.</param>
public sealed record OptionsTrial(string Name, string? Mistake, string Tried);
