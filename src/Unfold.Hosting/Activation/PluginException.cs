namespace Unfold.Hosting;

/// <summary>A plugin that could not be used when it was needed.</summary>
/// <param name="plugin">Its name.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="cause">The exception behind it, if any.</param>
public sealed class PluginException(string plugin, PluginProblem problem, Exception? cause = null)
    : UnfoldException(problem.Code, $"plugin {plugin}: {problem.Reason}", problem.Mend, cause)
{
    /// <summary>The plugin's name.</summary>
    public string Plugin { get; } = plugin;

    /// <summary>What is wrong.</summary>
    public PluginProblem Problem { get; } = problem;
}
