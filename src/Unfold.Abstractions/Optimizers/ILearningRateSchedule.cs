namespace Unfold;

/// <summary>A learning-rate schedule: a pure function of the step, so that a resumed run needs no schedule state.</summary>
public interface ILearningRateSchedule : IComponent
{
    /// <summary>The factor on the optimizer's learning rate.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="totalSteps">All steps of the run.</param>
    double Factor(long step, long totalSteps);
}
