using System.Security.Cryptography;
using System.Text;
using Unfold.Engine.Data;
using Unfold.Hosting;

namespace Unfold.Conformance.Tests;

/// <summary>A matrix and signals in files of their own, and an experiment that names them: for components whose options nobody can make up.</summary>
internal sealed class SampleFiles : IDisposable
{
    private const int Rows = 32;
    private const int Columns = 64;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unfold-samples-");
    private readonly string? _dataFolder = Environment.GetEnvironmentVariable(DataFolders.Variable);

    public SampleFiles()
    {
        // Signals are in [0, 1], a matrix has both signs.
        File.WriteAllBytes(Path("matrix"), Npy(-0.5, Rows, Columns));
        File.WriteAllBytes(Path("train"), Npy(0, 12, 8, 8));
        File.WriteAllBytes(Path("test"), Npy(0, 4, 8, 8));
        Environment.SetEnvironmentVariable(DataFolders.Variable, _folder.FullName);
    }

    public SpecSource Experiment() => SpecSource.OfText("samples.json", "samples", $$"""
        {
          "dataset": { "use": "npy", "train": "train.npy", "test": "test.npy", "minimum": 0, "maximum": 1 },
          "measurement": { "use": "matrix-file", "path": "{{Path("matrix")}}", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path("matrix"))))}}" },
          "architecture": { "use": "pinv" },
          "continuation": { "use": "none" },
          "loss": { "use": "mse" },
          "training": { "epochs": 0, "optimizer": { "use": "adam" } }
        }
        """);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DataFolders.Variable, _dataFolder);
        _folder.Delete(recursive: true);
    }

    private string Path(string name) => $"{_folder.FullName.Replace('\\', '/')}/{name}.npy";

    // As numpy.save writes it.
    private static byte[] Npy(double lowest, params int[] shape)
    {
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}";
        header = header.PadRight(((header.Length + 11 + 63) / 64 * 64) - 11) + "\n";
        byte[] magic = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8)];
        var random = new Random(3);
        return [.. magic, .. Encoding.ASCII.GetBytes(header), .. Enumerable.Range(0, shape.Aggregate(1, (product, length) => product * length)).SelectMany(_ => BitConverter.GetBytes((float)(random.NextDouble() + lowest)))];
    }
}
