using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using Unfold.Engine.Safetensors;
using Unfold.Results;

namespace Unfold.Engine.Tests;

/// <summary>Safetensors files from their bytes, and what both readers say to them.</summary>
internal static class RawFile
{
    /// <summary>Length, header, payload.</summary>
    public static byte[] Of(string header, params byte[] payload) => Of(Encoding.UTF8.GetBytes(header), payload);

    /// <summary>Length, header, payload.</summary>
    public static byte[] Of(byte[] header, params byte[] payload) => [.. BitConverter.GetBytes((long)header.Length), .. header, .. payload];

    /// <summary>A file with its hashes where the header has {P} and {H}, computed as the format's addition is described.</summary>
    public static byte[] Hashed(string header, params byte[] payload)
    {
        var withZeros = header.Replace("{P}", Convert.ToHexStringLower(SHA256.HashData(payload)), StringComparison.Ordinal);
        var hash = SHA256.HashData(Of(withZeros.Replace("{H}", new string('0', 64), StringComparison.Ordinal)));
        return Of(withZeros.Replace("{H}", Convert.ToHexStringLower(hash), StringComparison.Ordinal), payload);
    }

    /// <summary>Both readers refuse a file with the same words; nothing large is allocated, and no tensor is left.</summary>
    /// <returns>The message.</returns>
    public static string Refused(string path, bool mustBeHashed)
    {
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var check = Record.Exception(() => SafetensorsCheck.Verify(path, mustBeHashed));
        var read = Record.Exception(() => SafetensorsReader.Read(path, mustBeHashed).Dispose());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal("UFR010", Assert.IsType<ResultsException>(read).Code);
        Assert.Equal((read.Message, "UFR010"), (check?.Message, (check as ResultsException)?.Code));
        return read.Message;
    }

    /// <summary>Both readers accept a file.</summary>
    /// <returns>Its texts.</returns>
    public static IReadOnlyDictionary<string, string> Accepted(string path, bool mustBeHashed)
    {
        using var read = SafetensorsReader.Read(path, mustBeHashed);
        Assert.Equal(read.Metadata, SafetensorsCheck.Verify(path, mustBeHashed));
        return read.Metadata;
    }
}
