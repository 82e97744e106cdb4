using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>The assemblies of prebuilt plugin folders (X/X.dll), without those that are no .NET assemblies.</summary>
public class FindPrebuiltPlugins : Task
{
    [Required]
    public ITaskItem[] Folders { get; set; }

    [Output]
    public ITaskItem[] Plugins { get; set; }

    public override bool Execute()
    {
        Plugins = Folders
            .Select(folder => folder.ItemSpec.TrimEnd('/', '\\'))
            .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".dll"))
            .Where(IsAssembly)
            .Select(file => (ITaskItem)new TaskItem(file))
            .ToArray();
        return true;
    }

    private bool IsAssembly(string file)
    {
        try
        {
            return File.Exists(file) && AssemblyName.GetAssemblyName(file) != null;
        }
        catch (Exception refused) when (refused is BadImageFormatException || refused is IOException)
        {
            Log.LogMessage(MessageImportance.High, "{0} is left out: it is no .NET assembly ('unfold plugins list' shows it)", file);
            return false;
        }
    }
}
