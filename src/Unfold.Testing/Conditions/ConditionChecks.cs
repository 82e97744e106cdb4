using System.Text.RegularExpressions;
using TorchSharp;

namespace Unfold.Testing;

/// <summary>The checks of a test condition.</summary>
public static partial class ConditionChecks
{
    /// <summary>All of them.</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<CheckResult> All(ITestCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        yield return GuardedCheck.Run("name", () => Name(condition));
        yield return On("disturbed measurements", Disturbance.Shape);
        yield return On("clean measurements", Disturbance.Inputs);
        yield return On("same seed, same bits", Disturbance.Repeatable);
        yield return On("fresh noise", (check, disturb, _) => Disturbance.Fresh(check, disturb));
        yield return On("leaks", (_, disturb, isSigned) => Disturbance.Leaks(disturb, isSigned));

        CheckResult On(string check, Func<string, Func<torch.Tensor, torch.Generator, NoisyMeasurements>, bool, CheckResult> run) => Disturbance.On(check, isSigned =>
        {
            using var sample = new SampleProblem(SampleProblem.Shapes[0]);
            return run(check, (clean, generator) => condition.Disturb(sample.Problem, clean, generator), isSigned);
        });
    }

    /// <summary>The name can stand in a metric's.</summary>
    public static CheckResult Name(ITestCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new CheckResult("name", Names().IsMatch(condition.Name), $"'{condition.Name}': lower-case letters, digits and - are allowed");
    }

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
