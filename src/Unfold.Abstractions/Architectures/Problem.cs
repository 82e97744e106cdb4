using TorchSharp;

namespace Unfold;

/// <summary>The inverse problem that a network is built for.</summary>
/// <param name="Shape">The shape of one signal.</param>
/// <param name="Operator">The measurement operator, on <paramref name="Device"/>.</param>
/// <param name="Noise">The known noise level.</param>
/// <param name="Scale">Range and normalisation of the signals.</param>
/// <param name="Device">Where parameters live.</param>
public sealed record Problem(SignalShape Shape, MeasurementOperator Operator, NoiseLevel Noise, PixelScale Scale, torch.Device Device);
