using TorchSharp;

namespace Unfold.Deconet;

/// <summary>The bound ε on ‖y − Ax‖₂.</summary>
internal static class NoiseBound
{
    public static torch.Tensor Of(NoiseBoundRule rule, Observation observed)
    {
        if (rule == NoiseBoundRule.Oracle)
            return DeconetNetwork.OracleOf(observed).NoiseNorm;
        double m = observed.Operator.MeasurementCount;
        var energy = rule == NoiseBoundRule.Known ? m : m + Math.Sqrt(8 * m);
        return torch.tensor(observed.Noise.StandardDeviation * Math.Sqrt(energy), dtype: observed.Y.dtype, device: observed.Y.device);
    }
}
