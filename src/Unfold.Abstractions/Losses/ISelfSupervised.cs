namespace Unfold;

/// <summary>Marks a loss that must not see the truth.</summary>
public interface ISelfSupervised;
