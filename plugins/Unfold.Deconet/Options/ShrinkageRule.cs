namespace Unfold.Deconet;

/// <summary>The prox of t ε‖·‖₂.</summary>
public enum ShrinkageRule
{
    /// <summary>max(1 − tε/‖w‖₂, 0) w for every sample.</summary>
    Block,

    /// <summary>Soft thresholding of every entry by tε.</summary>
    Elementwise,
}
