using System.Text;

namespace Unfold.Specs;

/// <summary>
/// The C# names of experiments and variants: <c>paper/mnist-layers</c> is <c>Experiments.Paper.MnistLayers</c>. A name that a
/// generated class needs for itself, or that its enclosing class has, gets an underscore.
/// </summary>
public static class CSharpNames
{
    /// <summary>The class that holds all experiments.</summary>
    public const string Root = "Experiments";

    private static readonly string[] OfObject = ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];
    private static readonly string[] OfExperiment = ["Definition", "Cells", "Variants", .. OfObject];
    private static readonly string[] OfVariantClass = ["Variants", "Seeds", "Dataset", "Measurement", "Architecture", "Continuation", "Loss", "Training", "Create", "Run", .. OfObject];

    /// <summary>The nested classes of an experiment, the outermost first.</summary>
    public static IReadOnlyList<string> OfExperimentParts(string name)
    {
        var classes = new List<string>();
        foreach (var part in name.Split('/').Select(Pascal))
            classes.Add(part == (classes.Count == 0 ? Root : classes[classes.Count - 1]) || OfExperiment.Contains(part) ? part + "_" : part);
        return classes;
    }

    /// <summary>An experiment's class from its namespace on: Unfold.Experiments.Paper.MnistLayers.</summary>
    public static string FullName(string experiment) => $"Unfold.{Root}.{string.Join(".", OfExperimentParts(experiment))}";

    /// <summary>c-dec → CDec.</summary>
    public static string OfVariant(string variant) => Pascal(variant) is var name && OfVariantClass.Contains(name) ? name + "_" : name;

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
