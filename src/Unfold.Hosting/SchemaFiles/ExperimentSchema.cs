using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>The JSON Schema (draft 07) of experiments with the active plugins, for editors.</summary>
internal sealed class ExperimentSchema
{
    private readonly ComponentCatalog _catalog;
    private readonly ComponentActivator _activator;
    private readonly Dictionary<Assembly, XmlDocs> _docs = [];
    private readonly OptionSchemaWriter _options;

    public ExperimentSchema(ComponentCatalog catalog, ComponentActivator activator)
    {
        _catalog = catalog;
        _activator = activator;
        _options = new OptionSchemaWriter(DocsOf);
    }

    /// <summary>The schema's text; the same for the same plugins.</summary>
    /// <param name="training">The options of the training section.</param>
    /// <exception cref="PluginException">A plugin cannot be loaded.</exception>
    public string Write(IReadOnlyList<OptionSchema> training)
    {
        var definitions = new JObject
        {
            ["variant"] = SchemaShapes.Variant(),
            ["sweep"] = SchemaShapes.Sweep(),
            ["axis"] = SchemaShapes.Axis(),
            ["tolerance"] = SchemaShapes.Tolerance(),
            ["expect"] = SchemaShapes.Expect(),
            ["training"] = SchemaShapes.Closed(_options.Properties(Activator.CreateInstance<TrainingOptions>(), training)),
        };
        foreach (var kind in ComponentKind.All.Select(k => k.Name))
            AddKind(kind, definitions);
        var schema = new JObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "Unfold experiment" };
        foreach (var property in SchemaShapes.File().Properties())
            schema.Add(property);
        schema["definitions"] = definitions;
        return schema.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    private void AddKind(string kind, JObject definitions)
    {
        var branches = new JArray();
        var union = new SortedDictionary<string, List<JObject>>(StringComparer.Ordinal);
        foreach (var entry in _catalog.OfKind(kind))
        {
            var options = _options.Properties(_activator.DefaultOptions(entry), entry.Component.Options);
            foreach (var option in options.Properties())
            {
                var shapes = union.TryGetValue(option.Name, out var known) ? known : union[option.Name] = [];
                if (!shapes.Exists(s => JToken.DeepEquals(s, option.Value)))
                    shapes.Add((JObject)option.Value);
            }

            var name = $"{kind}.{entry.Component.Id}";
            var type = _activator.TypeOf(entry);
            options.AddFirst(new JProperty("use", new JObject { ["enum"] = new JArray(entry.Component.Id) }));
            var shape = SchemaShapes.Closed(options, "use");
            if (DocsOf(type.Assembly).OfType(type.FullName!) is { } summary)
                shape.AddFirst(new JProperty("description", summary));
            definitions[name] = shape;
            branches.Add(SchemaShapes.Reference(name));
        }

        // In a variant, and in a file that extends another, the component may be named elsewhere.
        var part = SchemaShapes.Closed(new JObject(union.Select(u => new JProperty(u.Key, u.Value.Count == 1 ? u.Value[0].DeepClone() : new JObject { ["anyOf"] = new JArray(u.Value.Select(v => v.DeepClone())) }))));
        part["not"] = new JObject { ["required"] = new JArray("use") };
        definitions[$"{kind}.part"] = part;
        branches.Add(SchemaShapes.Reference($"{kind}.part"));
        definitions[kind] = new JObject { ["oneOf"] = branches };
    }

    private XmlDocs DocsOf(Assembly assembly) => _docs.TryGetValue(assembly, out var docs) ? docs : _docs[assembly] = new XmlDocs(assembly.Location);
}
