namespace Unfold.Results.Tests;

public sealed class ImageFiguresFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-images-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Figures_are_read_as_they_were_written()
    {
        var figures = new ImageFigures([0.1, 1e-7], [10, double.PositiveInfinity], [0.5, 0.75]);
        Assert.Equal("index,mse,psnr,ssim\n0,0.1,10,0.5\n1,1E-07,Infinity,0.75\n", figures.ToCsv());
        var read = Read(figures.ToCsv());
        Assert.Equal(figures.Mse, read.Mse);
        Assert.Equal(figures.Psnr, read.Psnr);
        Assert.Equal(figures.Ssim, read.Ssim);
    }

    [Fact]
    public void Small_signals_have_no_ssim() => Assert.Empty(Read("index,mse,psnr,ssim\n0,0.1,10,\n").Ssim);

    [Fact]
    public void Signals_without_a_range_have_no_psnr()
    {
        Assert.Equal("index,mse,psnr,ssim\n0,0.5,,\n", new ImageFigures([0.5], [], []).ToCsv());
        var read = Read("index,mse,psnr,ssim\n0,0.5,,\n");
        Assert.Equal([0.5], read.Mse);
        Assert.Empty(read.Psnr);
    }

    [Theory]
    [InlineData("mse,psnr\n", "(1)")]
    [InlineData("index,mse,psnr,ssim\n1,0.1,10,\n", "(2)")]
    [InlineData("index,mse,psnr,ssim\n0,0.1,x,\n", "'x' is no number")]
    public void Damage_is_told_with_its_line(string text, string said)
    {
        var error = Assert.Throws<ResultsException>(() => Read(text));
        Assert.Equal("UFR003", error.Code);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    private ImageFigures Read(string text)
    {
        var path = Path.Combine(_folder.FullName, RunFiles.TestImages);
        File.WriteAllText(path, text);
        return ImageFiguresFile.Read(path);
    }
}
