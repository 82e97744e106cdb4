using TorchSharp;

namespace Unfold.Plugins.Tests.Datasets;

/// <summary>Images put together from blocks, pixel by pixel.</summary>
internal static class Assembled
{
    public static byte[] Bytes(torch.Tensor blocks, TiledImage image, SignalShape block)
    {
        var pixels = blocks.data<float>().ToArray();
        return
        [
            .. from row in Enumerable.Range(0, image.Height)
               from column in Enumerable.Range(0, image.Width)
               let index = image.First + (row / block.Height * image.Columns) + (column / block.Width)
               select (byte)Math.Round(pixels[(index * block.Length) + (row % block.Height * block.Width) + (column % block.Width)] * 255),
        ];
    }
}
