using TorchSharp;
using Unfold.Testing;
using Xunit;

namespace MyPlugin.Tests;

public class MyLossTests
{
    [Fact]
    public void It_keeps_what_the_contract_promises() =>
        Assert.All(ConformanceSuite.Of(() => new MyLoss(new MyLossOptions())), check => Assert.False(check.Failed, check.ToString()));

    [Fact]
    public void Soft_thresholding_is_the_proximal_operator_of_the_1_norm()
    {
        using var point = torch.tensor(new[] { -2.0, -0.1, 0, 0.7, 3 });

        var check = ProximalCheck.AgainstMinimiser(x => x.abs().sum(), x => x.sign() * (x.abs() - 1).clamp(min: 0), point);

        Assert.True(check.Passed, check.ToString());
    }
}
