using System.Text;

namespace Unfold.Generators;

/// <summary>Names of generated classes. The suffixes keep an experiment, its variants and their members from ever sharing a name.</summary>
internal static class Identifiers
{
    private const string Root = "Unfold.Experiments";

    /// <summary>paper/mnist-layers → Unfold.Experiments.Paper.</summary>
    public static string NamespaceOf(string experiment)
    {
        var parts = experiment.Split('/');
        return string.Join(".", parts.Take(parts.Length - 1).Select(Pascal).Prepend(Root));
    }

    /// <summary>paper/mnist-layers → MnistLayersExperiment.</summary>
    public static string ClassOf(string experiment) => Pascal(experiment.Split('/').Last()) + "Experiment";

    /// <summary>c-dec → CDecVariant.</summary>
    public static string VariantOf(string variant) => Pascal(variant) + "Variant";

    /// <summary>Namespace and class of an experiment.</summary>
    public static string FullNameOf(string experiment) => $"{NamespaceOf(experiment)}.{ClassOf(experiment)}";

    private static string Pascal(string name)
    {
        var text = new StringBuilder();
        var startsWord = true;
        foreach (var letter in name)
        {
            if (letter == '-')
            {
                startsWord = true;
                continue;
            }

            text.Append(startsWord ? char.ToUpperInvariant(letter) : letter);
            startsWord = false;
        }

        return text.ToString();
    }
}
