namespace Unfold.Hosting;

/// <summary>Runs a plugin's code that builds components, and gives every failure the plugin's and the component's name.</summary>
internal static class ConstructionGuard
{
    /// <summary>Runs <paramref name="build"/>.</summary>
    /// <param name="build">What builds.</param>
    /// <param name="culprit">Whose code an exception came from, or null where it is not a component's.</param>
    /// <exception cref="PluginException">A component failed.</exception>
    /// <exception cref="UnfoldException">A component refused its options with a code of its own: that says it best.</exception>
    public static T Run<T>(Func<T> build, Func<Exception, CatalogEntry?> culprit)
    {
        try
        {
            return build();
        }
        catch (Exception exception) when (exception is not UnfoldException)
        {
            if (culprit(exception) is not { } entry)
                throw;
            var component = $"{entry.Component.Kind} '{entry.Component.Id}'";
            var problem = LoadFailure.Explain(component, exception) ?? PluginProblems.ConstructorThrew(component, exception);
            throw new PluginException(entry.Plugin.Name, problem, exception);
        }
    }
}
