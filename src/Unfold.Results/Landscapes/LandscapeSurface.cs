namespace Unfold.Results;

/// <summary>A loss over the grid of a <see cref="LossLandscape"/>.</summary>
/// <param name="Split"><c>batch</c> (a fixed batch of training signals) or <c>test</c>.</param>
/// <param name="Loss">The loss: <c>train</c> for the training loss, <c>mse</c> for the error in pixel units.</param>
/// <param name="Values">Rows over α, columns over β; along one direction alone each row has one value; where the network gives no finite value, NaN or an infinity.</param>
/// <param name="Roughness">RMS deviation of the surface from its best quadratic fit, over the size of the value at the centre; NaN where a value is not finite.</param>
public sealed record LandscapeSurface(string Split, string Loss, IReadOnlyList<IReadOnlyList<double>> Values, double Roughness);
