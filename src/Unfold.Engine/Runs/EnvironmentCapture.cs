using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;
using Unfold.Engine.Native;
using Unfold.Engine.Problems;
using Unfold.Results;

namespace Unfold.Engine.Runs;

/// <summary>What a run's numbers may depend on besides its spec.</summary>
internal static class EnvironmentCapture
{
    public static RunEnvironment Take(LibTorchFolder libtorch, PreparedProblem prepared, RunOptions options, DateTime started) => new()
    {
        Unfold = typeof(EnvironmentCapture).Assembly.GetName().Version!.ToString(3),
        Commit = WorkingTree.Commit,
        System = RuntimeInformation.OSDescription,
        Processor = Processor(),
        Cores = Environment.ProcessorCount,
        Threads = torch.get_num_threads(),
        DotNet = RuntimeInformation.FrameworkDescription,
        TorchSharp = typeof(torch).Assembly.GetName().Version!.ToString(3),
        LibTorch = libtorch.Version ?? "unknown",
        Device = prepared.Problem.Device.ToString(),
        DatasetSha256 = prepared.ContentSha256,
        DatasetLicence = prepared.Licence,
        Started = started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Command = options.Command,
        Plugins = options.Plugins,
    };

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var model = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
