using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using Unfold.Engine.Checkpoints;
using Unfold.Engine.Networks;

namespace Unfold.Engine.Training;

/// <summary>All that changes while a run trains. Between two steps it can be saved, and another process goes on from there bit for bit.</summary>
internal sealed class TrainingState : IDisposable
{
    private readonly torch.nn.Module _network;
    private readonly IReadOnlyDictionary<string, torch.Tensor> _parameters;
    private readonly long _stepsPerEpoch;
    private TimeSpan _timeBefore;

    /// <param name="network">The network; its buffers may change too.</param>
    /// <param name="parameters">Its trained parameters by name.</param>
    /// <param name="update">The optimizer at work on those of the stage; not owned.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch.</param>
    /// <param name="epochs">All epochs.</param>
    /// <param name="device">Where it trains.</param>
    public TrainingState(torch.nn.Module network, IReadOnlyDictionary<string, torch.Tensor> parameters, StagedUpdate update, long stepsPerEpoch, int epochs, torch.Device device)
    {
        (_network, _parameters, Update, _stepsPerEpoch, TotalSteps) = (network, parameters, update, stepsPerEpoch, stepsPerEpoch * epochs);
        Best = new BestParameters(parameters);
        Losses = torch.zeros(stepsPerEpoch, device: device).DetachFromDisposeScope();
        Norms = torch.zeros(stepsPerEpoch, device: device).DetachFromDisposeScope();
    }

    /// <summary>Epochs finished and evaluated.</summary>
    public int Epoch { get; private set; }

    /// <summary>Batches done of the epoch after.</summary>
    public long Batch { get; private set; }

    /// <summary>Steps done.</summary>
    public long Step => (Epoch * _stepsPerEpoch) + Batch;

    /// <summary>All steps, where nothing stops it before.</summary>
    public long TotalSteps { get; }

    /// <summary>Whether epoch 0 has been told.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether the network holds the reported parameters.</summary>
    public bool IsTrained { get; set; }

    /// <summary>Mean loss of the last finished epoch.</summary>
    public double EpochLoss { get; private set; } = double.NaN;

    /// <summary>Test MSE and PSNR before the first step; null until they are taken.</summary>
    public (double Mse, double Psnr)? Untrained { get; set; }

    /// <summary>Losses of the running epoch's steps.</summary>
    public torch.Tensor Losses { get; }

    /// <summary>Gradient norms of the same; zeros where the optimizer uses no gradients.</summary>
    public torch.Tensor Norms { get; }

    /// <summary>The best parameters so far.</summary>
    public BestParameters Best { get; }

    /// <summary>The optimizer at work.</summary>
    public StagedUpdate Update { get; }

    /// <summary>The average of the parameters, which is evaluated in their place; null for none. Owned.</summary>
    public ParameterAverage? Average { get; init; }

    /// <summary>How steadily it trained so far.</summary>
    public StabilityFigures Stability { get; private set; } = new();

    /// <summary>Runs during steps.</summary>
    public Stopwatch Clock { get; } = new();

    /// <summary>Time spent in steps, that of earlier attempts included.</summary>
    public TimeSpan TrainingTime => _timeBefore + Clock.Elapsed;

    /// <summary>What the network takes.</summary>
    public long NetworkBytes => Size(_network.state_dict().Values);

    /// <summary>About what a checkpoint takes.</summary>
    public long Bytes
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            // Of a stage that trains a part of the parameters, a later one trains more.
            var optimizer = Size(Update.Current.Save().Values) * Size(_parameters.Values) / Size(Update.Stage.Parameters);
            return (2 * NetworkBytes) + Size(Average?.Values.Values ?? []) + optimizer;
        }
    }

    /// <summary>Whether the parameters and the losses so far are finite.</summary>
    public bool IsFinite => _network.parameters().Append(Losses.narrow(0, 0, Batch)).All(t => t.isfinite().all().item<bool>());

    /// <summary>The numbers.</summary>
    public TrainingPosition Position => new()
    {
        Epoch = Epoch,
        Batch = Batch,
        Step = Step,
        Progress = (double)Step / TotalSteps,
        IsStarted = IsStarted,
        IsTrained = IsTrained,
        EpochLoss = EpochLoss,
        UntrainedMse = Untrained?.Mse,
        UntrainedPsnr = Untrained?.Psnr,
        TrainSeconds = TrainingTime.TotalSeconds,
        BestEpoch = Best.Epoch,
        BestMse = Best.Mse,
        Stability = Stability.Record,
        Graded = [.. _parameters.Where(p => p.Value.grad is not null).Select(p => p.Key)],
    };

    /// <summary>The tensors, by the names of a checkpoint; they stay where they are owned.</summary>
    public IEnumerable<KeyValuePair<string, torch.Tensor>> Tensors() =>
    [
        .. Named(Checkpoint.Network, _network.state_dict()),
        .. Named(Checkpoint.Optimizer, Update.Current.Save()),
        .. Named(Checkpoint.Average, Average?.Values ?? new Dictionary<string, torch.Tensor>()),
        .. Named(Checkpoint.Best, Best.Copies),
        new(Checkpoint.Losses, Losses.narrow(0, 0, Batch)),
        new(Checkpoint.Norms, Norms.narrow(0, 0, Batch)),
    ];

    /// <summary>Goes on from a checkpoint.</summary>
    /// <exception cref="FormatException">It is of another network or optimizer.</exception>
    public void Load(Checkpoint from)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var at = from.Position;
        NetworkState.Fill(_network, from.Of(Checkpoint.Network));
        Update.MoveTo(at.Step);
        Update.Current.Load(from.Of(Checkpoint.Optimizer));
        Average?.Load(from.Of(Checkpoint.Average));
        // Zero, as it is before every step: and not without one, as before the first.
        foreach (var name in at.Graded)
            _parameters[name].grad = torch.zeros_like(_parameters[name]).DetachFromDisposeScope();
        NetworkState.Fill(Losses.narrow(0, 0, at.Batch), from.File.Tensors[Checkpoint.Losses], Checkpoint.Losses);
        NetworkState.Fill(Norms.narrow(0, 0, at.Batch), from.File.Tensors[Checkpoint.Norms], Checkpoint.Norms);
        if (at.BestEpoch > 0)
            Best.Keep(at.BestEpoch, at.BestMse, from.Of(Checkpoint.Best));
        (Epoch, Batch, IsStarted, IsTrained, EpochLoss) = (at.Epoch, at.Batch, at.IsStarted, at.IsTrained, at.EpochLoss);
        Untrained = at is { UntrainedMse: { } mse, UntrainedPsnr: { } psnr } ? (mse, psnr) : null;
        (Stability, _timeBefore) = (new StabilityFigures(at.Stability), TimeSpan.FromSeconds(at.TrainSeconds));
    }

    /// <summary>A batch is done.</summary>
    public void BatchDone()
    {
        Batch++;
        Average?.Add(Step);
        Update.MoveTo(Step);
    }

    /// <summary>Epoch 0 is told.</summary>
    public void Started() => IsStarted = true;

    /// <summary>An epoch is trained, evaluated and told.</summary>
    public void EpochDone(double loss, GradientNorms? norms)
    {
        if (norms is not null)
            Stability.Add(norms);
        (Epoch, Batch, EpochLoss) = (Epoch + 1, 0, loss);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Best.Dispose();
        Average?.Dispose();
        Losses.Dispose();
        Norms.Dispose();
    }

    private static long Size(IEnumerable<torch.Tensor> tensors) => tensors.Sum(t => t.numel() * t.element_size());

    private static IEnumerable<KeyValuePair<string, torch.Tensor>> Named(string prefix, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors) =>
        tensors.Select(t => KeyValuePair.Create(prefix + t.Key, t.Value));
}
