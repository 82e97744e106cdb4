using System.Reflection;

namespace Unfold.Hosting;

/// <summary>Says in a plugin's words what an exception from loading or constructing it means.</summary>
internal static class LoadFailure
{
    /// <summary>The simple name of the assembly that was looked for in vain, or null where something else is the matter (a data file, say).</summary>
    public static string? MissingAssembly(Exception exception)
    {
        var file = exception switch
        {
            FileNotFoundException missing => missing.FileName,
            FileLoadException refused => refused.FileName,
            _ => null,
        };
        return file is not null && file.Contains(", Version=", StringComparison.Ordinal) ? new AssemblyName(file).Name : null;
    }

    /// <summary>The problem, or null for an exception that is not about the plugin.</summary>
    /// <param name="what">What was being loaded or built.</param>
    /// <param name="exception">What was thrown.</param>
    public static PluginProblem? Explain(string what, Exception exception) => exception switch
    {
        FileNotFoundException or FileLoadException when MissingAssembly(exception) is { } assembly => PluginProblems.MissingDependency(assembly),
        BadImageFormatException damaged => PluginProblems.NotAnAssembly(damaged.Message),
        TypeInitializationException { InnerException: DllNotFoundException or EntryPointNotFoundException } => Explain(what, exception.InnerException),
        DllNotFoundException => PluginProblems.NoNativeLibrary(what, Quoted(exception.Message)),
        EntryPointNotFoundException => PluginProblems.NoNativeFunction(what, exception.Message),
        TypeInitializationException { InnerException: { } cause } => PluginProblems.TypeFailed(what, cause),
        TypeLoadException or ReflectionTypeLoadException or MissingMemberException => PluginProblems.TypeFailed(what, exception),
        _ => null,
    };

    // .NET tells the library's name in the message alone, as the first thing in quotes: "Unable to load shared library 'x' or one of its dependencies. …"
    private static string Quoted(string message) => message.Split('\'') is [_, var library, _, ..] ? library : message;
}
