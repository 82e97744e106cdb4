using TorchSharp;

namespace Unfold.Engine.Tests.Networks;

public sealed class LayerStateTests
{
    [Fact]
    public void A_state_with_other_tensors_keeps_all_that_is_not_a_tensor_and_leaves_the_first_one_alone()
    {
        using var scope = torch.NewDisposeScope();
        var state = new Outer(torch.ones(2), new Inner(torch.zeros(3), torch.full(1, 5.0f)), Count: 4);

        var other = (Outer)state.With(t => t + 1);

        Assert.Equal([2f, 2f], other.X.data<float>().ToArray());
        Assert.Equal([1f, 1f, 1f], other.Dual.V.data<float>().ToArray());
        Assert.Equal([6f], other.Dual.Extra!.data<float>().ToArray());
        Assert.Equal(4, other.Count);
        Assert.Equal([1f, 1f], state.X.data<float>().ToArray());
    }

    [Fact]
    public void What_two_properties_share_they_share_afterwards()
    {
        using var scope = torch.NewDisposeScope();
        var shared = torch.zeros(3);

        var other = (Outer)new Outer(shared, new Inner(shared, null), Count: 0).With(t => t.clone());

        Assert.Same(other.X, other.Dual.V);
    }

    [Fact]
    public void A_tensor_that_is_not_there_stays_away()
    {
        using var scope = torch.NewDisposeScope();

        Assert.Null(((Inner)new Inner(torch.zeros(3), null).With(t => t.clone())).Extra);
    }

    [Fact]
    public void A_tensor_that_cannot_be_set_is_an_error_that_names_it()
    {
        using var scope = torch.NewDisposeScope();

        Assert.Contains("Fixed.X", Assert.Throws<NotSupportedException>(() => new Fixed(torch.ones(1)).With(t => t.clone())).Message, StringComparison.Ordinal);
    }

    private sealed record Outer(torch.Tensor X, Inner Dual, int Count) : LayerState;

    private sealed record Inner(torch.Tensor V, torch.Tensor? Extra) : LayerState;

    private sealed record Fixed : LayerState
    {
        public Fixed(torch.Tensor x) => X = x;

        public torch.Tensor X { get; }
    }
}
