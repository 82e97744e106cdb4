using TorchSharp;
using Unfold.Engine.Evaluation;
using Unfold.Engine.Problems;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>
/// A few test images, spread evenly over the split, and their reconstructions; of images of several sizes those of the most frequent one. There are none of signals that
/// are no pictures: lines, and what has no range from black to white.
/// </summary>
internal static class SampleImages
{
    public static ReconstructionSamples Take(SplitEvaluator evaluator, PreparedProblem prepared, int count)
    {
        var (shape, scale) = (prepared.Problem.Shape, prepared.Problem.Scale);
        if (!scale.IsBounded || shape.Height == 1)
            return new ReconstructionSamples(shape.Channels, shape.Height, shape.Width, [], [], [], []);
        using var scope = torch.NewDisposeScope();
        return prepared.TestImages is { } images
            ? Tiled(evaluator, prepared, images, count)
            : Whole(evaluator, prepared, count);
    }

    private static ReconstructionSamples Whole(SplitEvaluator evaluator, PreparedProblem prepared, int count)
    {
        var indices = Spread(prepared.Test.shape[0], count);
        var truth = prepared.Test.index_select(0, torch.tensor(indices, device: prepared.Test.device));
        return Samples(indices, evaluator.ToPixels(truth), evaluator.Reconstruct(truth, EvaluatedSplit.Test), prepared.Problem.Shape, prepared.Problem.Scale);
    }

    private static ReconstructionSamples Tiled(SplitEvaluator evaluator, PreparedProblem prepared, IReadOnlyList<TiledImage> images, int count)
    {
        var block = prepared.Problem.Shape;
        var alike = images.Index().GroupBy(i => (i.Item.Height, i.Item.Width)).MaxBy(g => g.Count())!.ToList();
        var chosen = Spread(alike.Count, count).Select(i => alike[(int)i]).ToList();
        var truth = torch.cat([.. chosen.Select(c => prepared.Test.narrow(0, c.Item.First, c.Item.Blocks))]);
        var estimate = evaluator.Reconstruct(truth, EvaluatedSplit.Test);
        var pixels = evaluator.ToPixels(truth);
        // The chosen ones alone, one after another.
        var own = chosen.Select((c, i) => c.Item with { First = chosen.Take(i).Sum(before => before.Item.Blocks) }).ToList();
        torch.Tensor Together(torch.Tensor blocks) => torch.cat([.. own.Select(image => TileAssembly.Image(blocks, image, block))]);
        return Samples([.. chosen.Select(c => (long)c.Index)], Together(pixels), Together(estimate), TileAssembly.ShapeOf(own[0], block), prepared.Problem.Scale) with
        {
            Names = [.. own.Select(image => image.Name)],
        };
    }

    private static long[] Spread(long total, int count)
    {
        var taken = (int)Math.Min(count, total);
        return [.. Enumerable.Range(0, taken).Select(i => i * total / taken)];
    }

    private static ReconstructionSamples Samples(long[] indices, torch.Tensor truth, torch.Tensor estimate, SignalShape shape, PixelScale scale)
    {
        var psnr = ImageMetrics.Psnr(ImageMetrics.Mse(estimate, truth)).cpu().data<float>().Select(v => (double)v).ToArray();
        return new ReconstructionSamples(shape.Channels, shape.Height, shape.Width, indices, Bytes(truth, scale), Bytes(estimate, scale), psnr);
    }

    private static byte[][] Bytes(torch.Tensor pixels, PixelScale scale)
    {
        var values = (((pixels - scale.Minimum) / (scale.Maximum - scale.Minimum)) * 255).round().clamp(0, 255).to(torch.uint8).cpu().contiguous();
        return [.. values.data<byte>().ToArray().Chunk((int)pixels.shape[1])];
    }
}
