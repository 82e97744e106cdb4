using TorchSharp;

namespace Unfold;

/// <summary>One solve of a continuation: the smoothed problem min f(x) + µ_j/2 ‖x − x0_j‖² (Becker, Candès, Grant 2011, section 5.5).</summary>
public sealed record ContinuationStep
{
    /// <summary>The step of a network without continuation.</summary>
    public static ContinuationStep First { get; } = new();

    /// <summary>The index j = 0, 1, …</summary>
    public int Index { get; init; }

    /// <summary>The prox-centre x0_j, [batch, n], or null for the network's own.</summary>
    public torch.Tensor? Centre { get; init; }

    /// <summary>µ_j / µ.</summary>
    public double SmoothingFactor { get; init; } = 1;

    /// <summary>Layers of this step, or null for the network's own number.</summary>
    public int? Layers { get; init; }

    /// <summary>Whether the duals of the previous step are kept (true) or reset to zero (false).</summary>
    public bool KeepDual { get; init; }
}
