namespace Unfold.Engine.Landscapes;

/// <summary>The Hessian's largest eigenvalues, where there is a Hessian to report.</summary>
/// <param name="Eigenvalues">Descending.</param>
/// <param name="SecondDifferences">Of the loss along their vectors.</param>
/// <param name="Notes">Why there are none, or what limits them.</param>
internal sealed record HessianSpectrum(IReadOnlyList<double> Eigenvalues, IReadOnlyList<double> SecondDifferences, IReadOnlyList<string> Notes)
{
    /// <summary>None, and why.</summary>
    public static HessianSpectrum Without(params string[] notes) => new([], [], notes);
}
