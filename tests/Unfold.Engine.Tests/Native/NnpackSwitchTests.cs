using System.Runtime.InteropServices;
using TorchSharp;
using Unfold.Engine.Native;

namespace Unfold.Engine.Tests.Native;

public sealed class NnpackSwitchTests
{
    /// <summary>On a processor that NNPACK does not know, torch says so at every convolution of a single small image, unless it is switched off.</summary>
    [SkippableFact]
    public void A_convolution_of_one_image_writes_nothing_to_standard_error()
    {
        Skip.If(OperatingSystem.IsWindows(), "descriptors are not numbers there");
        using var scope = torch.NewDisposeScope();
        using var written = new StandardError();

        var sum = torch.nn.functional.conv2d(torch.ones(1, 1, 8, 8), torch.ones(1, 1, 3, 3), padding: [1L, 1L]).sum().item<float>();

        // Of a row of eight, two have two neighbours with themselves, six have three.
        Assert.Equal(22 * 22, sum);
        Assert.Equal("", written.Text());
    }

    [Fact]
    public void A_library_without_the_names_is_left_as_it_is()
    {
        // The program itself stands for such a library.
        var program = NativeLibrary.GetMainProgramHandle();

        NnpackSwitch.Set(program, program);
    }
}
