using TorchSharp;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Problems;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>A few test signals, spread evenly over the split, and their reconstructions.</summary>
internal static class SampleImages
{
    public static ReconstructionSamples Take(SplitEvaluator evaluator, PreparedProblem prepared, int count)
    {
        using var scope = torch.NewDisposeScope();
        var total = prepared.Test.shape[0];
        var taken = (int)Math.Min(count, total);
        var indices = Enumerable.Range(0, taken).Select(i => i * total / taken).ToArray();
        var truth = prepared.Test.index_select(0, torch.tensor(indices, device: prepared.Test.device));
        var estimate = evaluator.Reconstruct(truth, EvaluatedSplit.Test);
        var pixels = evaluator.ToPixels(truth);
        var psnr = ImageMetrics.Psnr(ImageMetrics.Mse(estimate, pixels)).cpu().data<float>().Select(v => (double)v).ToArray();
        var shape = prepared.Problem.Shape;
        return new ReconstructionSamples(shape.Channels, shape.Height, shape.Width, indices, Bytes(pixels, prepared.Problem.Scale), Bytes(estimate, prepared.Problem.Scale), psnr);
    }

    private static byte[][] Bytes(torch.Tensor pixels, PixelScale scale)
    {
        var values = (((pixels - scale.Minimum) / (scale.Maximum - scale.Minimum)) * 255).round().clamp(0, 255).to(torch.uint8).cpu().contiguous();
        return [.. values.data<byte>().ToArray().Chunk((int)pixels.shape[1])];
    }
}
