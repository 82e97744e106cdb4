namespace Unfold.Specs;

/// <summary>The kinds of component, each with the contract that makes a class one.</summary>
public sealed record ComponentKind(string Name, string Contract)
{
    /// <summary>All kinds, in the order in which lists show them.</summary>
    public static IReadOnlyList<ComponentKind> All { get; } =
    [
        new("dataset", "Unfold.IDataset"),
        new("measurement", "Unfold.IMeasurement"),
        new("noise", "Unfold.INoise"),
        new("architecture", "Unfold.IArchitecture"),
        new("continuation", "Unfold.IContinuation"),
        new("loss", "Unfold.ILoss"),
        new("optimizer", "Unfold.IOptimizer"),
        new("schedule", "Unfold.ILearningRateSchedule"),
        new("homotopy", "Unfold.IHomotopy"),
        new("condition", "Unfold.ITestCondition"),
    ];

    /// <summary>The kind whose contract has this full name, or null.</summary>
    public static ComponentKind? OfContract(string fullName) => All.FirstOrDefault(k => k.Contract == fullName);
}
