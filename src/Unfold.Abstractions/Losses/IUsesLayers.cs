namespace Unfold;

/// <summary>Marks a loss that looks at <see cref="LossContext.LayerEstimates()"/>: only where a run has one are they collected.</summary>
public interface IUsesLayers;
