namespace Unfold.Classical;

/// <summary>A fixed analysis operator W.</summary>
public enum AnalysisTransform
{
    /// <summary>All differences of neighbours along rows and columns, N = 2n: ‖Wx‖₁ is anisotropic total variation.</summary>
    Differences,

    /// <summary>W = I: signals are sparse as they are.</summary>
    Identity,

    /// <summary>The orthonormal discrete cosine transform (DCT-II) of every channel.</summary>
    Dct,

    /// <summary>
    /// The orthonormal Haar transform along rows and columns (the tensor product of the one-dimensional ones), with as many levels as the length
    /// is divisible by two; an odd length is left as it is.
    /// </summary>
    Haar,
}
