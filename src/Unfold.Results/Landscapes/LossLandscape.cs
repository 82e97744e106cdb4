namespace Unfold.Results;

/// <summary>A run's landscape.json: the loss around the reported parameters, θ* + αδ + βη.</summary>
public sealed record LossLandscape
{
    /// <summary>The format's version.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What was asked for; null where it was not recorded.</summary>
    public LandscapeRequest? Request { get; init; }

    /// <summary>The seed of the directions.</summary>
    public required long Seed { get; init; }

    /// <summary>α and β: an odd number of offsets, symmetric about 0, in units of the (filter-normalised) parameters.</summary>
    public required IReadOnlyList<double> Offsets { get; init; }

    /// <summary>Cosine between δ and η, which are random and not made orthogonal.</summary>
    public required double DirectionCosine { get; init; }

    /// <summary>One surface for each split and loss, all from the same pass.</summary>
    public required IReadOnlyList<LandscapeSurface> Surfaces { get; init; }

    /// <summary>The algebraically largest eigenvalues of the Hessian of the training loss on the fixed batch, descending; empty where there are none to report.</summary>
    public IReadOnlyList<double> HessianEigenvalues { get; init; } = [];

    /// <summary>For each eigenvalue the second difference of the loss along its vector, which no derivative went into; kinks of the network and rounding make them differ.</summary>
    public IReadOnlyList<double> SecondDifferences { get; init; } = [];

    /// <summary>What a reader of the figures must know, such as why there are no eigenvalues.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
