namespace Unfold;

/// <summary>A family of networks.</summary>
public interface IArchitecture : IComponent
{
    /// <summary>
    /// Builds the untrained network. The engine has seeded torch's default generator: draw initial values from it and never seed it.
    /// </summary>
    UnfoldingNetwork Build(Problem problem, TrainingSample sample);
}
