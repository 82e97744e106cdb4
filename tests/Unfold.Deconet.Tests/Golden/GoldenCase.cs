using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using TorchSharp;

namespace Unfold.Deconet.Tests.Golden;

/// <summary>A case of deconet-reference.json: inputs and what the reference implementation computed from them.</summary>
internal sealed record GoldenCase(
    string Name, int N, int M, int RedundantDimension, int Batch, int Layers, double Mu, double StepDecay1, double StepDecay2, double T1, double T2,
    float[][] A, float[][] W, float[][] X, float[][] YNoisy, float Epsilon, float ClampMin, float ClampMax, JObject Expected, JObject? Training)
{
    public static IReadOnlyList<GoldenCase> All { get; } =
        JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "deconet-reference.json")))["cases"]!
            .ToObject<List<GoldenCase>>(JsonSerializer.CreateDefault())!;

    public Observation Observe() => new(
        Tensor(YNoisy), new DenseOperator(Tensor(A)), NoiseLevel.None,
        new Oracle(torch.tensor(Epsilon), torch.tensor(ClampMin), torch.tensor(ClampMax)));

    public DeconetNetwork Network(DeconetOptions options)
    {
        var problem = new Problem(new SignalShape(1, 1, N), new DenseOperator(Tensor(A)), NoiseLevel.None, new PixelScale(0, 1, 0, 1), torch.CPU);
        return new DeconetNetwork(options, DeconetRules.Of(options), problem, Tensor(W), start: null);
    }

    public DeconetOptions Published() => new()
    {
        AsPublished = true,
        Layers = Layers,
        Redundancy = (double)RedundantDimension / N,
        Smoothing = Mu,
        Step1 = T1,
        Step2 = T2,
        StepDecay1 = StepDecay1,
        StepDecay2 = StepDecay2,
    };

    public static torch.Tensor Tensor(float[][] rows) =>
        torch.tensor(rows.SelectMany(r => r).ToArray(), rows.Length, rows[0].Length);

    public static torch.Tensor Tensor(JToken rows) => Tensor(rows.ToObject<float[][]>()!);

    public override string ToString() => Name;
}
