using Unfold.Hosting;

namespace Unfold.Cli.Rendering;

/// <summary>A plugin as text.</summary>
internal static class PluginPage
{
    public static void Write(TextWriter output, PluginDescription description)
    {
        var plugin = description.Plugin;
        output.WriteLine($"{plugin.Name} {plugin.Version} ({description.State})".Replace("  ", " ", StringComparison.Ordinal));
        if (description.Problem is { } problem)
            output.WriteLine($"  {problem.Code}: {problem.Reason}; {problem.Mend}");
        Line(output, "path", plugin.IsBuiltIn ? $"{plugin.Path} (part of the host)" : plugin.Path);
        Line(output, "SHA-256", plugin.Sha256);
        Line(output, "contracts", plugin.Contracts?.ToString(2));
        Line(output, "TorchSharp", plugin.TorchSharp?.ToString());
        foreach (var component in description.Components)
            Write(output, component, description.Problem);
    }

    private static void Write(TextWriter output, ComponentDescription description, PluginProblem? told)
    {
        var component = description.Component;
        output.WriteLine();
        output.WriteLine($"{component.Kind} {component.Id}");
        if (description.Summary is { } summary)
            output.WriteLine($"  {summary}");
        if (description.Problem is { } problem && problem != told)
            output.WriteLine($"  {problem.Code}: {problem.Reason}; {problem.Mend}");
        Line(output, "class", component.TypeName);
        Line(output, "can", Names([.. component.Capabilities.Where(name => name != "Unfold.IComponent")]));
        Line(output, "requires", Names([.. component.Requires]));
        foreach (var option in description.Options)
            Write(output, option);
    }

    private static void Write(TextWriter output, OptionDescription option)
    {
        string?[] facts = [option.Type, option.Rules, option.Option.Required ? "required" : null, option.Default is { } value ? $"default {value}" : null];
        output.WriteLine($"  {option.Option.Name}: {string.Join("; ", facts.Where(fact => !string.IsNullOrEmpty(fact)))}");
        if (option.Summary is { } summary)
            output.WriteLine($"      {summary}");
    }

    private static string? Names(string[] types) => types.Length == 0 ? null : string.Join(", ", types.Select(type => type.Split('.')[^1]));

    private static void Line(TextWriter output, string name, string? value)
    {
        if (value is not null)
            output.WriteLine($"  {name,-10} {value}");
    }
}
