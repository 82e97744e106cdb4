using Newtonsoft.Json.Linq;
using Unfold.Hosting;
using Unfold.Specs;

namespace Unfold.Cli.Rendering;

/// <summary>A plugin as JSON.</summary>
internal static class PluginDocument
{
    public static object Of(PluginDescription description) => new
    {
        description.Plugin.Name,
        Version = description.Plugin.Version?.ToString(),
        State = description.State.ToString(),
        description.Plugin.Path,
        description.Plugin.Sha256,
        description.Plugin.IsBuiltIn,
        Contracts = description.Plugin.Contracts?.ToString(),
        TorchSharp = description.Plugin.TorchSharp?.ToString(),
        Problem = Of(description.Problem),
        Components = description.Components.Select(Of),
    };

    private static object Of(ComponentDescription description) => new
    {
        description.Component.Kind,
        description.Component.Id,
        Type = description.Component.TypeName,
        description.Summary,
        description.Component.Capabilities,
        description.Component.Requires,
        Problem = Of(description.Problem),
        Options = description.Options.Select(Of),
    };

    private static object Of(OptionDescription description) => new
    {
        description.Option.Name,
        description.Type,
        description.Option.Required,
        Nullable = description.Option.Type.Nullable,
        Choices = description.Option.Type.Choices.Count == 0 ? null : description.Option.Type.Choices.ToList(),
        Range = Of(description.Option.Rules.Range),
        Rules = description.Rules.Length == 0 ? null : description.Rules,
        Default = description.Default is { } value ? JToken.Parse(value) : null,
        description.Summary,
    };

    private static object? Of(NumberRange? range) => range is null ? null : new
    {
        Minimum = range.HasMinimum ? range.Minimum : (double?)null,
        range.MinimumIsExclusive,
        Maximum = range.HasMaximum ? range.Maximum : (double?)null,
        range.MaximumIsExclusive,
    };

    private static object? Of(PluginProblem? problem) => problem is null ? null : new { problem.Code, problem.Reason, problem.Mend };
}
