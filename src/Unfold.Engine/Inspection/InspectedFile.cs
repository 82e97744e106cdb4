namespace Unfold.Engine.Inspection;

/// <summary>What was found about one file of a run.</summary>
/// <param name="File">Its name, relative to the run's folder, with slashes.</param>
/// <param name="State">How it is.</param>
/// <param name="Detail">Why, or null where there is nothing to say.</param>
public sealed record InspectedFile(string File, FileState State, string? Detail);
