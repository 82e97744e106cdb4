using System.Security.Cryptography;
using System.Text;
using TorchSharp;

namespace Unfold.Engine.Training;

/// <summary>SHA-256 over names, shapes and bytes of all parameters, in the order of names.</summary>
public static class ParametersHash
{
    /// <returns>Lower-case hex.</returns>
    public static string Of(torch.nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, parameter) in network.named_parameters().OrderBy(p => p.name, StringComparer.Ordinal))
        {
            using var scope = torch.NewDisposeScope();
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}:{parameter.dtype}:{string.Join('x', parameter.shape)};"));
            hash.AppendData(parameter.detach().cpu().contiguous().bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
