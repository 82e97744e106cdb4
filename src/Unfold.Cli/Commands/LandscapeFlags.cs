using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Unfold.Engine.Landscapes;

namespace Unfold.Cli.Commands;

/// <summary>The options that say what landscape to take.</summary>
internal sealed class LandscapeFlags
{
    private static readonly LandscapeOptions Default = new();

    public Option<int> Dimensions { get; } = Number("--dimensions", "1 along one random direction, 2 over the plane of two.", Default.Dimensions);

    public Option<int> Points { get; } = Number("--points", "Points along each direction, odd.", Default.Points);

    public Option<double> Radius { get; } = new("--radius")
    {
        Description = "The largest offset, in norms of the parameters' rows.",
        DefaultValueFactory = _ => Default.Radius,
        CustomParser = result => Parsed(result, double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value), value, "a number"),
    };

    public Option<long> Seed { get; } = new("--seed")
    {
        Description = "The seed of the directions and of the fixed batch.",
        DefaultValueFactory = _ => Default.Seed,
        CustomParser = result => Parsed(result, long.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), value, "a whole number"),
    };

    public Option<int> Eigenvalues { get; } = Number("--eigenvalues", "How many of the Hessian's largest eigenvalues; 0 for none.", Default.Eigenvalues);

    public Option<int> Batch { get; } = Number("--batch", "Training signals of the fixed batch.", Default.Batch);

    public Option<int?> TestSignals { get; } = new("--test-images")
    {
        Description = "A seeded sample of so many test signals; all of them by default.",
        CustomParser = result => Parsed<int?>(result, int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value), value, "a whole number"),
    };

    public LandscapeOptions Options(ParseResult parsed) => new()
    {
        Dimensions = parsed.GetValue(Dimensions),
        Points = parsed.GetValue(Points),
        Radius = parsed.GetValue(Radius),
        Seed = parsed.GetValue(Seed),
        Eigenvalues = parsed.GetValue(Eigenvalues),
        Batch = parsed.GetValue(Batch),
        TestSignals = parsed.GetValue(TestSignals),
    };

    private static Option<int> Number(string name, string description, int otherwise) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Parsed(result, int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value), value, "a whole number"),
    };

    private static T? Parsed<T>(ArgumentResult result, bool isParsed, T value, string wanted)
    {
        if (!isParsed)
            result.AddError($"{(result.Parent as OptionResult)?.Option.Name} takes {wanted}, not '{result.Tokens[0].Value}'");
        return value;
    }
}
