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

    /// <summary>Whether the run goes on although something is damaged: only its last checkpoint is, and the one before is not.</summary>
    public bool CanGoOn => Files.All(f => f.State != FileState.Damaged || f.File == RunFiles.LastCheckpoint) && Files.Any(f => f.File == RunFiles.CheckpointBeforeLast);
}
