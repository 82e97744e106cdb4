using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting.Tests;

/// <summary>Value trees made from anonymous objects, all at line 1 of <c>test.json</c>, and what a host makes of them.</summary>
internal static class Specimen
{
    public const string File = "test.json";

    /// <summary>A complete variant around one loss.</summary>
    public static SpecObject Variant(object loss) => (SpecObject)Node(new
    {
        seed = 3,
        dataset = new { use = "leaf" },
        measurement = new { use = "leaf" },
        architecture = new { use = "leaf" },
        continuation = new { use = "leaf" },
        loss,
        training = new { optimizer = new { use = "leaf" } },
    });

    public static TrainingSpec Bind(PluginHost host, SpecObject variant) => host.Bind(variant, 3, Positions);

    /// <summary>Binds a loss with the given options, within a variant whose other parts come from the plugin Good.</summary>
    public static ILoss Loss(PluginHost host, string id, object options)
    {
        var members = ((SpecObject)Node(options)).Members.Prepend(Member("use", id));
        var loss = new SpecObject(Place, new([.. members]));
        return Bind(host, Variant(loss)).Loss;
    }

    private static SpecPlace Place => new(File, 0);

    private static SpecPositions Positions => new([new FilePositions(File, new([new SourceSpan(0, 1, 1, 1, 1, 2)]))]);

    private static SpecMember Member(string name, object? value) => new(name, Place, Node(value));

    private static SpecNode Node(object? value) => value switch
    {
        SpecNode node => node,
        null => Scalar(SpecScalarKind.Null, "null"),
        bool flag => Scalar(SpecScalarKind.Boolean, flag ? "true" : "false"),
        string text => Scalar(SpecScalarKind.String, text),
        int or long => Scalar(SpecScalarKind.Integer, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        double number => Scalar(SpecScalarKind.Number, number.ToString("R", CultureInfo.InvariantCulture)),
        Array array => new SpecArray(Place, new([.. array.Cast<object?>().Select(Node)])),
        _ => new SpecObject(Place, new([.. value.GetType().GetProperties().Select(property => Member(property.Name, property.GetValue(value)))])),
    };

    private static SpecScalar Scalar(SpecScalarKind kind, string text) => new(Place, kind, text);
}
