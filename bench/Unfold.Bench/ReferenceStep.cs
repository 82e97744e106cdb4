using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Bench;

/// <summary>
/// The published training step with the published sequence of operations, in our words: batch as rows; every layer multiplies u₁ and
/// z₁ by W separately and then x by Wᵀ (3L products), once more at the start for a shape (3L + 1); everything is recorded for
/// automatic differentiation, only the dual points are cut off. After vicky-k-19/deconet f15b4a9, deconet_mnist.py.
/// </summary>
internal sealed class ReferenceStep(torch.Tensor analysis, torch.Tensor matrix) : IDisposable
{
    private const double Smoothing = 100, Decay1 = 0.5, Decay2 = 0.3, Lipschitz = 1000;

    private readonly torch.optim.Optimizer _adam = torch.optim.Adam([(Parameter)analysis], 1e-2);

    public float Run(torch.Tensor x, torch.Tensor noise)
    {
        using var scope = torch.NewDisposeScope();
        _adam.zero_grad();
        var estimate = Forward(x, noise);
        var loss = torch.nn.functional.mse_loss(estimate, x);
        loss.backward();
        _adam.step();
        return loss.item<float>();
    }

    public void Dispose() => _adam.Dispose();

    private torch.Tensor Forward(torch.Tensor x, torch.Tensor noise)
    {
        var transposed = matrix.t();
        var clean = torch.matmul(x, transposed);
        var y = clean + noise;
        var centre = torch.matmul(y, matrix);
        var bound = torch.linalg.norm(clean - y);
        var shape = torch.matmul(centre, analysis.t());
        var (u1, z1) = (torch.zeros_like(shape), torch.zeros_like(shape));
        var (u2, z2) = (torch.zeros_like(y), torch.zeros_like(y));
        var (theta1, theta2, t1, t2) = (1.0, 1.0, 1.0, 1.0);
        var estimate = centre;
        var rate = (1 - Math.Sqrt(Smoothing / Lipschitz)) / (1 + Math.Sqrt(Smoothing / Lipschitz));
        for (var k = 0; k < StepSetting.Layers; k++)
        {
            estimate = centre + ((1 / Smoothing) * (
                ((1 - theta1) * torch.matmul(u1, analysis)) + (theta1 * torch.matmul(z1, analysis))
                - ((1 - theta2) * torch.matmul(u2, matrix)) - (theta2 * torch.matmul(z2, matrix))));
            var w1 = (((1 - theta1) * u1) + (theta1 * z1) - ((t1 / theta1) * torch.matmul(estimate, analysis.t()))).detach();
            var w2 = (((1 - theta2) * u2) + (theta2 * z2) - ((t2 / theta2) * (y - torch.matmul(estimate, transposed)))).detach();
            z1 = torch.sign(w1) * torch.minimum(torch.abs(w1), torch.full_like(w1, t1 / theta1));
            z2 = torch.sign(w2) * torch.nn.functional.relu(torch.abs(w2) - (bound * (t2 / theta2)));
            u1 = ((1 - theta1) * u1) + (theta1 * z1);
            u2 = ((1 - theta2) * u2) + (theta2 * z2);
            (t1, t2) = (t1 * Decay1, t2 * Decay2);
            (theta1, theta2) = (Math.Min(1, theta1 * rate), Math.Min(1, theta2 * rate));
        }

        return torch.clamp(estimate, x.min(), x.max());
    }
}
