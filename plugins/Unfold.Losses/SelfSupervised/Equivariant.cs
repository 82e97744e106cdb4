using TorchSharp;

namespace Unfold.Losses;

/// <summary>
/// Equivariant imaging (Chen, Tachella, Davies 2021, arXiv 2103.14756): consistency + α·mean (T x̂ − f(A T x̂))² with a random T of a group under which the
/// signals look alike. A moved image is an image too, and A sees other parts of it: so a network learns of what A alone does not show it.
/// Gradients flow through x̂ on both sides. With <c>sure</c> as the consistency and noise on A T x̂ it is robust equivariant imaging (arXiv 2111.12855).
/// </summary>
/// <param name="options">The options.</param>
[Component("equivariant")]
public sealed class Equivariant(EquivariantOptions options) : ILoss, ISelfSupervised
{
    /// <inheritdoc/>
    public object Options => options;

    /// <inheritdoc/>
    /// <exception cref="UnfoldException">UFP134: images that are not square are to be turned.</exception>
    public torch.Tensor Evaluate(LossContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var observed = context.Observed;
        var move = ImageMotion.Draw(options.Group, context.Problem.Shape);
        var moved = move(context.Output.Estimate);
        var y = observed.Operator.Apply(moved);
        if (options.AddNoise)
            y = y + (torch.randn_like(y) * observed.Noise.StandardDeviation);
        // Where a homotopy puts other measurements in the place of the real ones, those are of T x̂ too.
        var original = observed.Original is { } real ? real with { Y = real.Operator.Apply(moved) } : null;
        var again = context.Reconstruct(observed with { Y = y, Original = original }).Estimate;
        return options.Consistency.Evaluate(context.For(options.Consistency)) + ((moved - again).square().mean() * options.Weight);
    }
}
