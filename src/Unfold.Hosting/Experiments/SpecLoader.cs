using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Reads specs at run time: the grammar of the generator, and the constructors that generated code calls.</summary>
internal sealed class SpecLoader(SchemaSet schemas, SpecBinder binder)
{
    /// <exception cref="SpecException">The spec or an override has mistakes: all of them.</exception>
    public ReadSpec Load(SpecSource source, SpecOverrides overrides, IReadOnlyCollection<string>? variants)
    {
        var read = ExperimentReader.Read(source.File, source.Name, source.Files(), schemas, overrides, variants);
        if (!read.IsGood)
            throw new SpecException([.. read.Diagnostics.Where(d => !d.IsWarning)]);
        if (read.Document is not { } document)
            throw new UnfoldException("UFX028", $"{source.File} can only be extended: it says \"abstract\": true", "name an experiment that extends it");
        var experiment = new Experiment
        {
            Name = document.Name,
            Description = document.Description,
            Source = source.File,
            Expect = document.Expect is { } expect ? SpecWriter.Write(expect) : "{}",
            Cells = [.. from variant in document.Variants from cell in variant.Cells select Cell(variant, cell, read.Positions)],
        };
        return new ReadSpec(experiment, document, read.Positions, [.. read.Diagnostics]);
    }

    private ExperimentCell Cell(VariantDocument variant, CellDocument cell, SpecPositions positions) =>
        new(variant.Name, cell.Name, [.. variant.Seeds], () => binder.Bind(cell.Merged, variant.Seeds[0], positions))
        {
            Axes = cell.Axes.ToDictionary(a => a.Path, a => a.Json),
        };
}
