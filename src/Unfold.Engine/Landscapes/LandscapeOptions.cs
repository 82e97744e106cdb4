namespace Unfold.Engine.Landscapes;

/// <summary>What landscape to take.</summary>
public sealed record LandscapeOptions
{
    /// <summary>1: along δ; 2: over the plane of δ and η.</summary>
    public int Dimensions { get; init; } = 2;

    /// <summary>Points along each direction: odd, so that the centre is one, and at least 3.</summary>
    public int Points { get; init; } = 21;

    /// <summary>The largest offset, in units of the parameters' own norms.</summary>
    public double Radius { get; init; } = 1;

    /// <summary>The seed of directions and sampled signals; equal seeds give runs of equal shapes the same directions before normalisation.</summary>
    public long Seed { get; init; }

    /// <summary>Signals of the fixed batch, a seeded sample of the training split; at most all of it.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>A seeded sample of so many test signals in place of all, or null.</summary>
    public int? TestSignals { get; init; }

    /// <summary>How many of the Hessian's largest eigenvalues; 0 for none.</summary>
    public int Eigenvalues { get; init; } = 3;

    /// <summary>Whether a landscape that is there is taken again.</summary>
    public bool Force { get; init; }

    /// <exception cref="UnfoldException">UFX040: a value is out of its range.</exception>
    public void Check()
    {
        Require(Dimensions is 1 or 2, "--dimensions", Dimensions, "1 or 2");
        Require(Points is >= 3 and <= 1001 && Points % 2 == 1, "--points", Points, "an odd number from 3 to 1001, so that the trained parameters are a point");
        Require(double.IsFinite(Radius) && Radius > 0, "--radius", Radius, "a positive number");
        Require(Batch >= 1, "--batch", Batch, "at least 1");
        Require(TestSignals is null or >= 1, "--test-images", TestSignals ?? 0, "at least 1");
        Require(Eigenvalues is >= 0 and <= 50, "--eigenvalues", Eigenvalues, "0 to 50");
    }

    private static void Require(bool holds, string option, object value, string wanted)
    {
        if (!holds)
            throw new UnfoldException("UFX040", FormattableString.Invariant($"{option} is {value}"), $"give {wanted}");
    }
}
