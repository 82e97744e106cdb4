namespace Unfold.Engine.Networks;

/// <summary>A spec whose network has the values of the trained one, and no gradient held back where its components can be asked for that.</summary>
internal static class FullGradient
{
    public static TrainingSpec Of(TrainingSpec spec) => spec with
    {
        Architecture = (spec.Architecture as IFullyDifferentiable<IArchitecture>)?.WithFullGradient() ?? spec.Architecture,
        Continuation = (spec.Continuation as IFullyDifferentiable<IContinuation>)?.WithFullGradient() ?? spec.Continuation,
    };

    /// <summary>Whether both components promise it: of others nobody knows.</summary>
    public static bool IsPromised(TrainingSpec spec) => spec is { Architecture: IFullyDifferentiable<IArchitecture>, Continuation: IFullyDifferentiable<IContinuation> };
}
