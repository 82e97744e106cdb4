namespace Unfold.Testing;

/// <summary>Makes a check on problems of several shapes: one result for all.</summary>
internal static class ShapeSweep
{
    /// <summary>Fails where one fails, passes where one passes and the component refuses the others, and is skipped where it refuses all.</summary>
    /// <param name="check">What is checked.</param>
    /// <param name="shapes">The shapes.</param>
    /// <param name="run">Checks one.</param>
    public static CheckResult Over(string check, IEnumerable<SignalShape> shapes, Func<SignalShape, CheckResult> run)
    {
        var passed = new List<string>();
        CheckResult? last = null, skipped = null;
        foreach (var shape in shapes)
        {
            var name = $"{shape.Channels}×{shape.Height}×{shape.Width}";
            var result = GuardedCheck.Run(check, () => run(shape)) with { Check = check };
            if (result.Failed)
                return result.Within(name);
            if (!result.Passed)
            {
                // A refusal is that of a shape; what nobody promised is not.
                skipped ??= GuardedCheck.IsRefusal(result) ? result.Within(name) : result;
                continue;
            }

            passed.Add(name);
            last = result;
        }

        var all = last?.Within(string.Join(", ", passed)) ?? skipped ?? CheckResult.Skipped(check, "no problem of these shapes is taken");
        return last is not null && skipped is not null ? all with { Message = $"{all.Message}; {skipped.Message}" } : all;
    }
}
