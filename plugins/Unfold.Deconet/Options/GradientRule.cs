namespace Unfold.Deconet;

/// <summary>Through which layers gradients flow.</summary>
public enum GradientRule
{
    /// <summary>Through all: backpropagation through the unfolded iterations.</summary>
    Full,

    /// <summary>Only through the last primal point: duals are constants, as the published code detaches them.</summary>
    LastLayer,
}
