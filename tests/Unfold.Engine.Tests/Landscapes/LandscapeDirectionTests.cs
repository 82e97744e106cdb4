using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Landscapes;

namespace Unfold.Engine.Tests;

public sealed class LandscapeDirectionTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Each_row_has_the_norm_of_the_parameters_row_and_vectors_stay()
    {
        List<Parameter> parameters = [new(torch.tensor(new[,] { { 3f, 4f }, { 0f, 0f }, { 0f, -2f } })), new(torch.ones(2, 3, 2)), new(torch.ones(5))];
        using var direction = LandscapeDirection.Draw(parameters, 0, 0);
        Assert.Equal([5f, 0f, 2f], direction.Parts[0].norm(1, keepdim: false, p: 2).data<float>().Select(v => MathF.Round(v, 5)));
        Assert.Equal([2.44949f, 2.44949f], direction.Parts[1].reshape(2, -1).norm(1, keepdim: false, p: 2).data<float>().Select(v => MathF.Round(v, 5)));
        Assert.Equal(0, direction.Parts[2].abs().max().item<float>());
    }

    [Fact]
    public void A_network_of_vectors_alone_is_moved_by_them()
    {
        List<Parameter> parameters = [new(torch.tensor(new[] { 3f, 4f })), new(torch.tensor(-2f))];
        using var direction = LandscapeDirection.Draw(parameters, 0, 0);
        Assert.Equal(5, direction.Parts[0].norm().item<float>(), 1e-5f);
        Assert.Equal(2, direction.Parts[1].abs().item<float>(), 1e-5f);
    }

    [Fact]
    public void A_seed_has_its_own_directions_and_two_are_independent()
    {
        List<Parameter> parameters = [new(torch.ones(40, 50))];
        using var one = LandscapeDirection.Draw(parameters, 7, 0);
        using var again = LandscapeDirection.Draw(parameters, 7, 0);
        using var other = LandscapeDirection.Draw(parameters, 8, 0);
        using var second = LandscapeDirection.Draw(parameters, 7, 1);
        Assert.Equal(one.Parts[0].bytes.ToArray(), again.Parts[0].bytes.ToArray());
        Assert.Equal(1, LandscapeDirection.Cosine(one, again), 1e-12);
        Assert.InRange(Math.Abs(LandscapeDirection.Cosine(one, other)), 1e-6, 0.1);
        Assert.InRange(Math.Abs(LandscapeDirection.Cosine(one, second)), 1e-6, 0.1);
    }
}
