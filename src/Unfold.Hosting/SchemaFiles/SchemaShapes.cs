using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The parts of the schema that do not depend on plugins: how experiments are written.</summary>
internal static class SchemaShapes
{
    private const string NamePattern = @"^\p{L}[\p{L}\p{Nd}_-]*$";

    /// <summary>A reference to a definition.</summary>
    public static JObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    /// <summary>The keys of a whole file.</summary>
    public static JObject File() => Closed(Merge(
        new JObject
        {
            ["$schema"] = Text("This schema's file."),
            ["extends"] = Text("The path of another spec, relative to this one: this file is laid over it."),
            ["abstract"] = Described("Whether the file can only be extended.", new JObject { ["type"] = new JArray("boolean", "null") }),
            ["variants"] = Described("Named differences from what stands above: objects merge, another use replaces, null removes.", new JObject
            {
                ["type"] = new JArray("object", "null"),
                ["propertyNames"] = new JObject { ["pattern"] = NamePattern },
                ["additionalProperties"] = new JObject { ["anyOf"] = new JArray(Reference("variant"), new JObject { ["type"] = "null" }) },
            }),
            ["expect"] = OrNull(Reference("expect")),
        },
        Parts()));

    /// <summary>The keys of a variant.</summary>
    public static JObject Variant() => Closed(Parts());

    /// <summary>Axes.</summary>
    public static JObject Sweep() => new()
    {
        ["description"] = "Axes by path, such as architecture.layers; every combination of their values is a cell, or some that are drawn.",
        ["type"] = "object",
        ["properties"] = new JObject
        {
            ["zip"] = Described("Groups of axes that advance together.", List(new JObject { ["type"] = "object", ["additionalProperties"] = Reference("axis") })),
            ["exclude"] = Described("Rules: a cell that fits all conditions of one is left out.", List(new JObject { ["type"] = "object", ["minProperties"] = 1 })),
            // What a file must say of them may stand in the one that it extends.
            ["random"] = Described("Draws so many different cells from the axes in place of all combinations; ranges need no steps then.", OrNull(Closed(
                new JObject
                {
                    ["cells"] = new JObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 10_000 },
                    ["seed"] = new JObject { ["type"] = "integer", ["default"] = 0 },
                }))),
            ["halving"] = Described("Successive halving: at epochs from·factor^k a run goes on only where its metric is among the best 1/factor there so far.", OrNull(Closed(
                new JObject
                {
                    ["metric"] = new JObject { ["enum"] = new JArray(Halving.Metrics), ["default"] = Halving.Metrics[0] },
                    ["from"] = Described("The epoch of the first decision.", new JObject { ["type"] = "integer", ["minimum"] = 1 }),
                    ["factor"] = new JObject { ["type"] = "integer", ["minimum"] = 2, ["default"] = 3 },
                }))),
        },
        ["additionalProperties"] = OrNull(Reference("axis")),
    };

    /// <summary>The values of an axis.</summary>
    public static JObject Axis() => new()
    {
        ["anyOf"] = new JArray(
            new JObject { ["type"] = "array", ["minItems"] = 1 },
            Closed(
                new JObject
                {
                    ["from"] = Number(),
                    ["to"] = Number(),
                    ["steps"] = Described("The number of values, both ends included; without it, values are drawn (in a random sweep).", new JObject { ["type"] = "integer", ["minimum"] = 2, ["maximum"] = 10_000 }),
                    ["scale"] = new JObject { ["enum"] = new JArray("linear", "log"), ["default"] = "linear" },
                },
                "from",
                "to")),
    };

    /// <summary>Tolerances, expected figures and claims.</summary>
    public static JObject Expect() => Closed(new JObject
    {
        ["tolerances"] = Described("How far metrics may be from the accepted results.", ByMetric(Reference("tolerance"))),
        ["metrics"] = Described("Expected figures, by variant or cell: means over the seeds.", new JObject
        {
            ["type"] = "object",
            ["additionalProperties"] = ByMetric(Closed(
                new JObject
                {
                    ["value"] = Number(),
                    ["abs"] = AtLeastZero(),
                    ["rel"] = AtLeastZero(),
                    ["orBetter"] = Described("Whether a better figure is as expected too, however far away.", new JObject { ["type"] = "boolean", ["default"] = false }),
                    ["source"] = Described("Who published the value.", new JObject { ["type"] = "string", ["pattern"] = @"\S" }),
                    ["device"] = new JObject { ["enum"] = new JArray(DeviceClasses.All) },
                },
                "value")),
        }),
        ["claims"] = Described("What must hold: c-dec.test.mse < deconet.test.mse.", List(new JObject
        {
            ["anyOf"] = new JArray(
                new JObject { ["type"] = "string" },
                Closed(
                    new JObject
                    {
                        ["claim"] = new JObject { ["type"] = "string" },
                        ["says"] = Described("What is claimed, in words; claims with the same words are judged together.", new JObject { ["type"] = "string", ["pattern"] = @"\S" }),
                        ["holds"] = Described("What is known of it, over all its cells: it holds, does not (a claim of others that the figures here contradict), holds in part, or is undecided.", new JObject { ["enum"] = new JArray(true, false, "in part", "undecided"), ["default"] = true }),
                        ["margin"] = Described("How far the sides must be apart, in the metric's unit; negative: by how much the claimed order may be missed.", Number()),
                        ["seeds"] = new JObject { ["type"] = "integer", ["minimum"] = 1 },
                    },
                    "claim")),
        })),
    });

    /// <summary>How far a metric may be away, and on which devices farther.</summary>
    public static JObject Tolerance() => Closed(new JObject(Bounds().Properties().Concat(DeviceClasses.All.Select(
        device => new JProperty(device, Described($"In its place, for runs on {device}.", Closed(Bounds())))))));

    private static JObject Bounds() => new() { ["abs"] = AtLeastZero(), ["rel"] = AtLeastZero() };

    private static JObject Parts() => Merge(
        new JObject { ["description"] = Text("A sentence for lists, reports and generated code.") },
        new JObject(SpecSections.All.Select(s => new JProperty(s, OrNull(Reference(s))))),
        new JObject
        {
            ["seed"] = Described("The root of every random stream of a run.", new JObject { ["type"] = new JArray("integer", "null") }),
            ["seeds"] = Described("A count n for 0 … n−1, or a list: every cell is run with each.", new JObject
            {
                ["anyOf"] = new JArray(
                    new JObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 10_000 },
                    new JObject { ["type"] = "array", ["items"] = new JObject { ["type"] = "integer" }, ["minItems"] = 1, ["uniqueItems"] = true },
                    new JObject { ["type"] = "null" }),
            }),
            ["sweep"] = OrNull(Reference("sweep")),
        });

    private static JObject ByMetric(JObject shape) => new()
    {
        ["type"] = "object",
        ["properties"] = new JObject(ExpectableMetrics.Names.Select(m => new JProperty(m, shape.DeepClone()))),
        ["patternProperties"] = new JObject(ExpectableMetrics.Patterns.Select(p => new JProperty(p, shape.DeepClone()))),
        ["additionalProperties"] = false,
    };

    /// <summary>An object without other keys.</summary>
    public static JObject Closed(JObject properties, params string[] required)
    {
        var shape = new JObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Length > 0)
            shape["required"] = new JArray(required);
        return shape;
    }

    /// <summary>A shape, or null.</summary>
    public static JObject OrNull(JObject shape) => new() { ["anyOf"] = new JArray(shape, new JObject { ["type"] = "null" }) };

    private static JObject List(JObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JObject Number() => new() { ["type"] = "number" };

    private static JObject AtLeastZero() => new() { ["type"] = "number", ["minimum"] = 0 };

    private static JObject Text(string description) => Described(description, new JObject { ["type"] = new JArray("string", "null") });

    private static JObject Described(string description, JObject shape)
    {
        shape.AddFirst(new JProperty("description", description));
        return shape;
    }

    private static JObject Merge(params JObject[] parts) => new(parts.SelectMany(p => p.Properties()));
}
