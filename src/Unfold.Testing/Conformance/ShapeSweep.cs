namespace Unfold.Testing;

/// <summary>Makes a check on problems of several shapes: one result for all. Where all are refused, larger images are the last resort.</summary>
internal static class ShapeSweep
{
    /// <summary>Fails where one fails, passes where one passes and the component refuses the others, and is skipped where it refuses all.</summary>
    /// <param name="check">What is checked.</param>
    /// <param name="shapes">The shapes.</param>
    /// <param name="run">Checks one.</param>
    public static CheckResult Over(string check, IReadOnlyList<SignalShape> shapes, Func<SignalShape, CheckResult> run)
    {
        var passed = new List<string>();
        CheckResult? last = null, skipped = null;
        foreach (var shape in shapes)
        {
            var result = Once(check, shape, run);
            if (result.Failed)
                return result.Within(Name(shape));
            if (!result.Passed)
            {
                // A refusal is that of a shape; what nobody promised is not.
                skipped ??= result.IsRefused ? result.Within(Name(shape)) : result;
                continue;
            }

            passed.Add(Name(shape));
            last = result;
        }

        if (last is null && skipped is { IsRefused: true } && !shapes.Contains(SampleProblem.LastResort))
            return First(check, [SampleProblem.LastResort], run) is { IsRefused: false } taken ? taken : skipped;
        var all = last?.Within(string.Join(", ", passed)) ?? skipped ?? CheckResult.Skipped(check, "no problem of these shapes is taken");
        return last is not null && skipped is not null ? all with { Message = $"{all.Message}; {skipped.Message}" } : all;
    }

    /// <summary>On the first shape that is not refused: for what takes long.</summary>
    /// <param name="check">What is checked.</param>
    /// <param name="shapes">The shapes.</param>
    /// <param name="run">Checks one.</param>
    public static CheckResult First(string check, IReadOnlyList<SignalShape> shapes, Func<SignalShape, CheckResult> run)
    {
        CheckResult? refused = null;
        foreach (var shape in shapes.Append(SampleProblem.LastResort).Distinct())
        {
            var result = Once(check, shape, run);
            if (!result.IsRefused)
                return result.Within(Name(shape));
            refused ??= result.Within(Name(shape));
        }

        return refused!;
    }

    private static CheckResult Once(string check, SignalShape shape, Func<SignalShape, CheckResult> run) => GuardedCheck.Run(check, () => run(shape)) with { Check = check };

    private static string Name(SignalShape shape) => $"{shape.Channels}×{shape.Height}×{shape.Width}";
}
