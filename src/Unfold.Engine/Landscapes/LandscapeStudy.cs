using TorchSharp.Modules;
using Unfold.Engine.Networks;
using Unfold.Engine.Runs;
using Unfold.Results;

namespace Unfold.Engine.Landscapes;

/// <summary>Takes the loss landscape around a finished run's parameters and writes it into the run's folder.</summary>
/// <param name="run">The run.</param>
/// <param name="options">What to take.</param>
public sealed class LandscapeStudy(FinishedRun run, LandscapeOptions options)
{
    // The losses of a point, in the order of LandscapeLosses.All.
    private static readonly (string Split, string Loss)[] Names = [("batch", "train"), ("batch", "mse"), ("test", "train"), ("test", "mse")];

    /// <summary>
    /// Takes it, unless it is there for the same request. The network is as before afterwards, bit by bit, also after an error. Rows are
    /// kept as they are finished: the same request goes on where an interrupted one stopped, and ends with the same file.
    /// </summary>
    /// <param name="progress">Told after every point; must not change anything.</param>
    /// <param name="cancellation">Stops between two points, or two products with the Hessian.</param>
    /// <exception cref="UnfoldException">UFX040: an option is out of its range; UFX041: the network has no parameters to move.</exception>
    /// <exception cref="ResultsException">Files of the run cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; finished rows are kept.</exception>
    public LandscapeOutcome Take(Action<LandscapeProgress> progress, CancellationToken cancellation = default)
    {
        options.Check();
        var parameters = run.Runner.Network.named_parameters().Where(p => p.parameter.requires_grad).OrderBy(p => p.name, StringComparer.Ordinal).Select(p => p.parameter).ToList();
        if (parameters.Count == 0)
            throw new UnfoldException("UFX041", $"the network of {run.Result.Name} has no parameters: there is no landscape around them", "name a run whose network is trained");
        var request = new LandscapeRequest(
            run.Result.ParametersSha256!,
            options.Dimensions,
            options.Points,
            options.Radius,
            options.Seed,
            Math.Min(options.Batch, run.Prepared.Train.shape[0]),
            Math.Min(options.TestSignals ?? long.MaxValue, run.Prepared.Test.shape[0]),
            options.Eigenvalues);
        var path = Path.Combine(run.Folder, RunFiles.Landscape);
        var stored = options.Force || !File.Exists(path) ? null : ResultsJson.ReadFile<LossLandscape>(path);
        if (stored?.Request == request)
            return new LandscapeOutcome(stored, WasThere: true);
        var landscape = Take(request, stored, parameters, progress, cancellation);
        AtomicFile.Write(path, ResultsJson.Indented(landscape));
        LandscapeRows.Delete(run.Folder);
        return new LandscapeOutcome(landscape, WasThere: false);
    }

    private LossLandscape Take(LandscapeRequest request, LossLandscape? stored, List<Parameter> parameters, Action<LandscapeProgress> progress, CancellationToken cancellation)
    {
        run.Runner.Network.eval();
        using var losses = new LandscapeLosses(run, options);
        using var state = new SavedState(run.Runner.Network.state_dict().Values);
        using var first = LandscapeDirection.Draw(parameters, options.Seed, 0);
        using var second = LandscapeDirection.Draw(parameters, options.Seed, 1);
        var offsets = LandscapeGrid.Offsets(options.Points, options.Radius);
        double[] betas = options.Dimensions == 1 ? [0] : offsets;
        var total = offsets.Length * betas.Length;
        var rows = Known(request, stored);
        using (var grid = new LandscapeGrid(parameters, first, second, losses.All))
        {
            var filled = grid.Fill(offsets, betas, rows.Rows, row => rows = rows.With(run.Folder, row), done => progress(new LandscapeProgress(done, total, IsEigenvalues: false)), cancellation);
            state.Restore();
            var spectrum = Spectrum(parameters, losses, () => progress(new LandscapeProgress(total, total, IsEigenvalues: true)), cancellation);
            return new LossLandscape
            {
                Request = request,
                Seed = options.Seed,
                Offsets = offsets,
                DirectionCosine = LandscapeDirection.Cosine(first, second),
                Surfaces = [.. Names.Select((name, i) => Surface(name, offsets, [.. filled.Select(row => row.Select(point => point[i]).ToArray())]))],
                HessianEigenvalues = spectrum.Eigenvalues,
                SecondDifferences = spectrum.SecondDifferences,
                Notes = spectrum.Notes,
            };
        }
    }

    // Where only the eigenvalues are new, the grid is there.
    private LandscapeRows Known(LandscapeRequest request, LossLandscape? stored)
    {
        var start = LandscapeRows.Start(request, run.Prepared.Problem.Device);
        if (options.Force)
            return start;
        if (stored?.Request is not { } before || (before with { Eigenvalues = 0 }) != start.Request)
            return start.TakenUp(run.Folder);
        return start with
        {
            Rows = [.. Enumerable.Range(0, options.Points).Select(i => Enumerable.Range(0, stored.Surfaces[0].Values[i].Count).Select(j => stored.Surfaces.Select(s => s.Values[i][j]).ToArray()).ToArray())],
        };
    }

    private HessianSpectrum Spectrum(List<Parameter> parameters, LandscapeLosses losses, Action started, CancellationToken cancellation)
    {
        if (options.Eigenvalues == 0)
            return HessianSpectrum.Without();
        started();
        return new HessianStudy(parameters, losses.Objective, options.Seed, FullGradient.IsPromised(run.Spec)).Largest(options.Eigenvalues, cancellation);
    }

    private static LandscapeSurface Surface((string Split, string Loss) name, double[] offsets, IReadOnlyList<IReadOnlyList<double>> values) =>
        new(name.Split, name.Loss, values, Roughness.Of(offsets, values));
}
