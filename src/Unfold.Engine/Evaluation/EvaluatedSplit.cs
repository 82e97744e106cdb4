namespace Unfold.Engine.Evaluation;

/// <summary>The splits, each with evaluation noise of its own.</summary>
public enum EvaluatedSplit
{
    /// <summary>Training signals.</summary>
    Train = 1,

    /// <summary>Validation signals, for decisions.</summary>
    Validation = 2,

    /// <summary>Test signals, for reporting.</summary>
    Test = 3,
}
