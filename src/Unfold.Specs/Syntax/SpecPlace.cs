namespace Unfold.Specs;

/// <summary>Where a name or value was written, without its line and column: white space and comments do not change it.</summary>
/// <param name="File">The JSON file, as messages name it.</param>
/// <param name="Token">The ordinal of the name or value in the file; <see cref="FilePositions"/> knows its line.</param>
public readonly record struct SpecPlace(string File, int Token);
