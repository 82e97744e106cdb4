using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>A spec that was read and checked at run time.</summary>
/// <param name="Experiment">The experiment; plugins are loaded when one of its cells is created.</param>
/// <param name="Document">Its merged values.</param>
/// <param name="Positions">Their lines and columns.</param>
/// <param name="Warnings">What is worth a word.</param>
public sealed record ReadSpec(Experiment Experiment, ExperimentDocument Document, SpecPositions Positions, IReadOnlyList<SpecDiagnostic> Warnings);
