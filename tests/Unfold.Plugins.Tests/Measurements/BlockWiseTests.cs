using System.ComponentModel.DataAnnotations;
using TorchSharp;
using Unfold.Measurements;

namespace Unfold.Plugins.Tests.Measurements;

public class BlockWiseTests
{
    [Theory]
    [InlineData(7, 8)]
    [InlineData(8, 7)]
    [InlineData(1, 33)]
    public void Sides_that_are_no_multiples_of_the_block_are_refused(int height, int width)
    {
        using var generator = new torch.Generator(1, torch.CPU);
        var blocks = new BlockWise(new() { Size = 4, Measurement = new Gaussian(new()) });
        var error = Assert.Throws<UnfoldException>(() => blocks.Draw(new SignalShape(1, height, width), generator));
        Assert.Equal("UFP121", error.Code);
        Assert.Contains($"{height}×{width}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_belongs_to_the_whole_image()
    {
        var noise = new GaussianNoise(new());
        Assert.Same(noise, new BlockWise(new() { Measurement = new Gaussian(new()), Noise = noise }).Noise);
        var options = new BlockWiseOptions { Measurement = new Gaussian(new() { Noise = noise }) };
        var mistake = Assert.Single(options.Validate(new ValidationContext(options)));
        Assert.Equal(nameof(BlockWiseOptions.Measurement), Assert.Single(mistake.MemberNames));
    }
}
