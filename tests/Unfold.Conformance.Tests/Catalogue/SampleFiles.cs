using System.Security.Cryptography;
using System.Text;
using Unfold.Hosting;

namespace Unfold.Conformance.Tests;

/// <summary>A matrix in a file of its own, and an experiment that names it: for components whose options nobody can make up.</summary>
internal sealed class SampleFiles : IDisposable
{
    private const int Rows = 32;
    private const int Columns = 64;

    private readonly string _matrix = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".npy");

    public SampleFiles() => File.WriteAllBytes(_matrix, Npy());

    public SpecSource Experiment() => SpecSource.OfText("samples.json", "samples", $$"""
        {
          "dataset": { "use": "npy", "train": "nowhere/train.npy", "test": "nowhere/test.npy" },
          "measurement": { "use": "matrix-file", "path": "{{_matrix.Replace('\\', '/')}}", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_matrix)))}}" },
          "architecture": { "use": "pinv" },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 0, "optimizer": { "use": "adam" } }
        }
        """);

    public void Dispose() => File.Delete(_matrix);

    // As numpy.save writes it.
    private static byte[] Npy()
    {
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({Rows}, {Columns}), }}";
        header = header.PadRight(((header.Length + 11 + 63) / 64 * 64) - 11) + "\n";
        byte[] magic = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8)];
        var random = new Random(3);
        return [.. magic, .. Encoding.ASCII.GetBytes(header), .. Enumerable.Range(0, Rows * Columns).SelectMany(_ => BitConverter.GetBytes((float)(random.NextDouble() - 0.5)))];
    }
}
