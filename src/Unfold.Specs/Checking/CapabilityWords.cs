namespace Unfold.Specs;

/// <summary>What capabilities of architectures mean, in words.</summary>
internal static class CapabilityWords
{
    /// <param name="capability">The full name of the interface.</param>
    public static string Of(string capability) => capability switch
    {
        "Unfold.IAnyOperator" => "that takes any measurement operator",
        "Unfold.IWarmStartable" => "that can be warm-started",
        _ => $"that implements {capability}",
    };
}
