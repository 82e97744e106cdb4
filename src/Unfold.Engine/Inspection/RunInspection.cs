using Unfold.Results;

namespace Unfold.Engine.Inspection;

/// <summary>What was found about a run's folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="State">Where the run stands.</param>
/// <param name="Files">Its files by name, those that are missing included.</param>
public sealed record RunInspection(string Folder, ListedState State, IReadOnlyList<InspectedFile> Files)
{
    /// <summary>Whether nothing is damaged.</summary>
    public bool IsWhole => Files.All(f => f.State != FileState.Damaged);
}
