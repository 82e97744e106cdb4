using TorchSharp;

namespace Unfold.Engine.Teachers;

internal static class TemporaryParameters
{
    public static void Save(torch.nn.Module network, string path)
    {
        using var stream = new BinaryWriter(File.Create(path));
        foreach (var (_, parameter) in network.named_parameters())
            stream.Write(parameter.detach().cpu().contiguous().bytes);
    }

    public static void Load(torch.nn.Module network, string path)
    {
        using var stream = new BinaryReader(File.OpenRead(path));
        using var noGradient = torch.no_grad();
        foreach (var (_, parameter) in network.named_parameters())
        {
            var bytes = stream.ReadBytes((int)(parameter.numel() * parameter.element_size()));
            using var own = torch.zeros_like(parameter).cpu();
            own.bytes = bytes;
            parameter.copy_(own);
        }
    }
}
