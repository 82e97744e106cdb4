using Unfold.Testing;

namespace Unfold.Cli.Rendering;

/// <summary>Remembers which exceptions a component's checks have met: one fault meets many checks, and two tellings of it are enough.</summary>
internal sealed class RepeatedFaults
{
    private const int Tellings = 2;

    private readonly Dictionary<(Type, string), int> _seen = [];

    /// <summary>A check's message; from the third with the same exception on, that it is the one above.</summary>
    public string Tell(CheckResult check)
    {
        if (check.Thrown is not { } thrown)
            return check.Message;
        var times = _seen[Key(thrown)] = _seen.GetValueOrDefault(Key(thrown)) + 1;
        return times <= Tellings ? check.Message : $"{(check.IsRefused ? "refused" : $"threw {thrown.GetType().Name}")}, as above";
    }

    /// <summary>Whether a check that was told is the first with its exception.</summary>
    public bool IsFirst(CheckResult check) => check.Thrown is { } thrown && _seen[Key(thrown)] == 1;

    private static (Type, string) Key(Exception thrown) => (thrown.GetType(), thrown.Message.ReplaceLineEndings("\n").Split('\n')[0]);
}
