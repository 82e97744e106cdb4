using TorchSharp;

namespace Unfold.Engine.Tests;

/// <summary>Two-pixel signals that a test writes down, with a range and normalisation of their own.</summary>
[Component("test-fixed")]
internal sealed class FixedSignals(FixedSignalsOptions options) : IDataset
{
    public object Options => options;

    public SignalSet Load(DatasetContext context) => new()
    {
        Train = Rows(options.Train),
        Validation = options.Validation.Count == 0 ? null : Rows(options.Validation),
        Test = Rows(options.Test),
        Shape = new SignalShape(1, 1, 2),
        Scale = new PixelScale(0, 1, 0.5, 0.25),
        Licence = "none",
        ContentSha256 = "",
    };

    private static torch.Tensor Rows(IReadOnlyList<float> pixels) => torch.tensor(pixels.ToArray(), pixels.Count / 2, 2);
}
