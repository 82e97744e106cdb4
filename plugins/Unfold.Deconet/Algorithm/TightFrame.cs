using TorchSharp;

namespace Unfold.Deconet;

/// <summary>
/// How far W is from a tight frame: ‖G − cI‖²_F / (c² d) with the smaller Gram matrix G of W, [d, d], and c = tr(G)/d. It is the variance of
/// the squared singular values over their squared mean: 0 for a tight frame (or, where N &lt; n, for orthogonal rows of one length), whatever W's scale.
/// </summary>
internal static class TightFrame
{
    /// <param name="analysis">W, [N, n].</param>
    /// <returns>A scalar tensor.</returns>
    public static torch.Tensor Defect(torch.Tensor analysis)
    {
        var gram = analysis.shape[0] >= analysis.shape[1] ? torch.mm(analysis.t(), analysis) : torch.mm(analysis, analysis.t());
        var mean = gram.diagonal().mean();
        var away = (gram / mean) - torch.eye(gram.shape[0], dtype: gram.dtype, device: gram.device);
        return away.square().sum() / gram.shape[0];
    }
}
