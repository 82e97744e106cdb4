using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>An option with what its plugin says about it.</summary>
/// <param name="Option">What its metadata says.</param>
/// <param name="Type">Its type in words, such as <c>list of number</c>.</param>
/// <param name="Rules">What its annotations allow, in words; empty where they allow all.</param>
/// <param name="Default">The value that it has without being set, as JSON; null where it is required or could not be asked for.</param>
/// <param name="Summary">The summary of its documentation, or null.</param>
public sealed record OptionDescription(OptionSchema Option, string Type, string Rules, string? Default, string? Summary);
