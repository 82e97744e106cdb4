namespace Unfold.Losses;

/// <summary>The error that <see cref="Sure"/> estimates.</summary>
public enum SureDomain
{
    /// <summary>‖A⁺A(x̂ − x)‖²/n: the part of the mean squared error that A sees. All of it where A has full column rank.</summary>
    Projected,

    /// <summary>‖A(x̂ − x)‖²/m: the error of the measurements that the estimate predicts.</summary>
    Measured,
}
