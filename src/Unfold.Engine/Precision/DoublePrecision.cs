using TorchSharp;

namespace Unfold.Engine.Precision;

/// <summary>
/// Makes float64 what torch's functions make where nobody asks for a type, until it is disposed: networks are built in double precision, for gradients that
/// are compared with finite differences. The one place that changes torch's default.
/// </summary>
internal sealed class DoublePrecision : IDisposable
{
    private readonly torch.ScalarType _before = torch.get_default_dtype();

    public DoublePrecision() => torch.set_default_dtype(torch.float64);

    public void Dispose() => torch.set_default_dtype(_before);
}
