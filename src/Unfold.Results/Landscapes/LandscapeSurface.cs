namespace Unfold.Results;

/// <summary>A loss over the grid of a <see cref="LossLandscape"/>.</summary>
/// <param name="Split"><c>batch</c> (a fixed batch of training signals) or <c>test</c>.</param>
/// <param name="Loss">The loss: <c>train</c> for the training loss, <c>mse</c> for the error in pixel units.</param>
/// <param name="Values">Rows over α, columns over β; where the network gives no finite value, NaN or an infinity.</param>
/// <param name="Roughness">RMS deviation of the surface from its best quadratic fit, over the value at the centre (docs: notes on landscapes).</param>
public sealed record LandscapeSurface(string Split, string Loss, IReadOnlyList<IReadOnlyList<double>> Values, double Roughness);
