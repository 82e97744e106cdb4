namespace Unfold.Generators;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedSource(string HintName, string Text)
{
    public static GeneratedSource Of(CheckedFile file)
    {
        var document = file.Experiment.Document!;
        return new GeneratedSource($"{document.Name.Replace('/', '.')}.g.cs", ExperimentWriter.Write(document, file));
    }
}
