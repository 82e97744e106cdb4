using TorchSharp;

namespace Unfold.Deconet;

/// <summary>The bound ε on ‖y − Ax‖₂.</summary>
internal static class NoiseBound
{
    public static torch.Tensor Of(NoiseBoundRule rule, Observation observed)
    {
        if (rule == NoiseBoundRule.Oracle)
            return DeconetNetwork.OracleOf(observed).NoiseNorm;
        var m = observed.Operator.MeasurementCount;
        return torch.tensor(rule == NoiseBoundRule.Known ? observed.Noise.ExpectedNorm(m) : observed.Noise.ConservativeNorm(m), dtype: observed.Y.dtype, device: observed.Y.device);
    }
}
