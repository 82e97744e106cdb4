namespace Unfold.Engine.Training;

/// <summary>‖∇θ loss‖₂ over the steps of an epoch, before clipping.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Largest">The largest.</param>
/// <param name="Steps">How many there are.</param>
internal sealed record GradientNorms(double Mean, double Largest, long Steps);
