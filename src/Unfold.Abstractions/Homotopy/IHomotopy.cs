using TorchSharp;

namespace Unfold;

/// <summary>
/// A homotopy in training time: training begins on an easier inverse problem and ends on the real one. Evaluation never sees it.
/// (Continuation, by contrast, is a part of the network: <see cref="IContinuation"/>.)
/// </summary>
public interface IHomotopy : IComponent
{
    /// <summary>Draws what the path needs, on the problem's device.</summary>
    /// <param name="problem">The real problem.</param>
    /// <param name="generator">The engine's seeded generator, on the CPU: the only source of randomness.</param>
    HomotopyPath Build(Problem problem, torch.Generator generator);
}
