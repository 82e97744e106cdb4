namespace Unfold;

/// <summary>Which epoch's parameters a run reports.</summary>
public enum KeptParameters
{
    /// <summary>Those after the last epoch.</summary>
    Last,

    /// <summary>Those of the epoch with the lowest validation MSE.</summary>
    BestValidation,
}
