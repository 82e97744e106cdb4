using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Options that a component takes, to try it with.</summary>
/// <param name="Name">Where they are from: <c>defaults</c>, or the experiment and its cell.</param>
/// <param name="Options">The options, with the component's id as <c>use</c>.</param>
public sealed record ComponentSample(string Name, SpecObject Options);
