using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Unfold.Hosting;

/// <summary>Reads the experiments of an assembly without loading it.</summary>
internal static class DeclaredExperimentReader
{
    private const string Attribute = "Unfold.DeclaredExperimentAttribute";

    /// <summary>The experiments, by name.</summary>
    /// <exception cref="UnfoldException">UFP002: the file is damaged.</exception>
    public static IReadOnlyList<DeclaredExperiment> Read(string path)
    {
        try
        {
            using var file = MetadataFile.Open(path);
            var attributes = file.Reader.GetAssemblyDefinition().GetCustomAttributes();
            return [.. AttributeReader.All(file, attributes, Attribute).Select(Read).OrderBy(experiment => experiment.Name, StringComparer.Ordinal)];
        }
        catch (Exception damaged) when (damaged is BadImageFormatException or InvalidDataException)
        {
            var problem = PluginProblems.NotAnAssembly(damaged.Message);
            throw new UnfoldException(problem.Code, $"{path}: {problem.Reason}", problem.Mend, damaged);
        }
    }

    private static DeclaredExperiment Read(CustomAttributeValue<string> attribute)
    {
        var arguments = attribute.FixedArguments;
        var variants = (ImmutableArray<CustomAttributeTypedArgument<string>>)arguments[3].Value!;
        return new DeclaredExperiment(Text(arguments[0]), Text(arguments[1]), Text(arguments[2]), [.. variants.Select(Text)], (int)arguments[4].Value!, Text(arguments[5]));
    }

    private static string Text(CustomAttributeTypedArgument<string> argument) => (string?)argument.Value ?? "";
}
