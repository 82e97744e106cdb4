using System.Globalization;
using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Everything that keeps a plugin from being active. A page for each lies under docs/diagnostics.</summary>
internal static class PluginProblems
{
    public static PluginProblem OtherContracts(string assembly, Version wanted, Version offered) => new(
        PluginState.Incompatible,
        "UFP001",
        $"it was compiled against {assembly} {wanted.ToString(2)}, this host offers {offered.ToString(2)}",
        wanted < offered ? "rebuild it against this version of Unfold" : "update Unfold, or rebuild the plugin against this version");

    public static PluginProblem NotAnAssembly(string detail) => new(
        PluginState.Malformed, "UFP002", $"its file is not a .NET assembly, or is damaged: {Trim(detail)}", "build or copy it again");

    public static PluginProblem DamagedDependencies(string file, string detail) => new(
        PluginState.Malformed, "UFP002", $"{file}, the list of its dependencies, is damaged: {Trim(detail)}", "build or copy it again");

    public static PluginProblem NoAssembly(string name) => new(
        PluginState.Malformed,
        "UFP003",
        $"its folder holds no {name}.dll",
        $"build it, or give folder, file and assembly the same name");

    public static PluginProblem OtherAssemblyName(string name, string actual) => new(
        PluginState.Malformed, "UFP003", $"{name}.dll holds the assembly '{actual}'", "give folder, file and assembly the same name");

    public static PluginProblem MissingDependency(string assembly) => new(
        PluginState.Faulted,
        "UFP004",
        $"it needs {assembly}, which is neither in its folder nor part of the host",
        "copy the whole build output of the plugin, private dependencies included");

    public static PluginProblem OwnCopy(string assembly) => new(
        PluginState.Malformed,
        "UFP005",
        $"its folder holds its own copy of {assembly}, which the host brings",
        $"delete {assembly}.dll from it and reference Unfold.Abstractions as its package does (no runtime assets)");

    public static PluginProblem DuplicateComponent(string kind, string id, string owner) => new(
        PluginState.Shadowed,
        "UFP006",
        $"it offers the {kind} '{id}', which {owner} already provides",
        "give the component another id, or remove one of the two plugins");

    public static PluginProblem ConstructorThrew(string component, Exception cause) => new(
        PluginState.Faulted,
        "UFP007",
        $"the constructor of {component} threw {cause.GetType().Name}: {Trim(cause.Message)}",
        "correct the options it was given, or the component");

    public static PluginProblem BadComponents(IReadOnlyList<string> mistakes) => new(
        PluginState.Malformed, "UFP008", string.Join("; ", mistakes), "see 'Writing a component' in docs/diagnostics/UFP008.md");

    public static PluginProblem NothingOffered(IReadOnlyList<string> unmarked) => new(
        PluginState.Malformed,
        "UFP008",
        unmarked.Count == 0
            ? "it offers no component: no public class carries [Component]"
            : $"it offers no component: {string.Join(", ", unmarked)} {(unmarked.Count == 1 ? "implements a contract and does" : "implement contracts and do")} not carry [Component]",
        unmarked.Count == 0 ? "see 'Writing a component' in docs/diagnostics/UFP008.md" : "write [Component(\"its-id\")] above the class");

    public static PluginProblem TypeFailed(string what, Exception cause) => new(
        PluginState.Faulted,
        "UFP009",
        $"{what} failed to load with {cause.GetType().Name}: {Trim(cause.Message)}",
        "static constructors and field initialisers must not throw; rebuild the plugin against this version of Unfold");

    public static PluginProblem DisabledByFile() => Disabled(InactiveComponent.DisabledByFile);

    public static PluginProblem DisabledByVariable() => Disabled($"it is disabled by {PluginSearch.DisabledVariable}");

    private static PluginProblem Disabled(string reason) => new(PluginState.Disabled, "UFP010", reason, InactiveComponent.Enable);

    public static PluginProblem ShadowedBy(string path) => new(
        PluginState.Shadowed, "UFP011", $"a plugin of the same name was found first, in {path}", "remove or rename one of the two");

    public static PluginProblem NoContracts(string contracts) => new(
        PluginState.Malformed, "UFP012", $"it does not use {contracts}: it is a library, not a plugin", "move it beside the plugin that needs it");

    public static PluginProblem NoFolder() => new(
        PluginState.Malformed, "UFP013", "UNFOLD_PLUGINS names this folder, which does not exist", "correct the variable or create the folder");

    public static PluginProblem NeededBy(string experiment, PluginProblem? because) => new(
        PluginState.Faulted,
        "UFP014",
        $"experiment '{experiment}' was compiled with it, but it is {(because is null ? "not installed" : $"not active ({because.Code}: {because.Reason})")}",
        because?.Mend ?? "install the plugin, or build again without the experiments that use it");

    public static PluginProblem DoesNotReturn(string component, TimeSpan limit) => new(
        PluginState.Faulted,
        "UFP020",
        $"{component} does not return: nothing came back from its constructors within {Seconds(limit)} s",
        $"constructors, static ones included, must not wait for anything; where they only take long, {PluginSearch.LimitVariable} allows more seconds");

    public static UnfoldException NothingReturns(string experiment, IEnumerable<string> plugins, TimeSpan limit, Exception cause) => new(
        "UFP020",
        $"experiment '{experiment}' was not built within {Seconds(limit)} s: a constructor does not return, in one of the plugins {string.Join(", ", plugins)}",
        $"constructors must not wait for anything; where they only take long, {PluginSearch.LimitVariable} allows more seconds",
        cause);

    public static PluginProblem NoNativeLibrary(string what, string library) => new(
        PluginState.Faulted,
        "UFP021",
        $"{what} needs the native library '{library}', which cannot be loaded",
        "install it, or copy the whole build output of the plugin, native libraries included; LD_DEBUG=libs shows where it was looked for");

    public static PluginProblem NoNativeFunction(string what, string message) => new(
        PluginState.Faulted,
        "UFP021",
        $"{what} needs a native library as it was when the plugin was built: {Trim(message)}",
        "install the version of the native library that the plugin was built for");

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    // Reasons are one line and end without a full stop: a mend follows.
    private static string Trim(string message) => message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
