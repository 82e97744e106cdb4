using TorchSharp;
using TorchSharp.Modules;

namespace Unfold.Equilibrium.Tests;

/// <summary>
/// A stationary architecture of the tests' own: x⁺ = tanh(Mx + Aᵀy + b + u⁺/5), u⁺ = tanh(u/2 + x/2), a contraction where ‖M‖ is small. Its second variable is
/// made by the first layer, and its penalty is a number of the batch.
/// </summary>
/// <param name="norm">‖M‖.</param>
/// <param name="asColumns">Whether x lies in states with the batch as columns.</param>
internal sealed class Contraction(double norm = 0.6, bool asColumns = false) : IArchitecture, IStationary
{
    public object Options => this;

    public UnfoldingNetwork Build(Problem problem, TrainingSample sample) => new Network(problem.Shape.Length, norm, asColumns);

    internal sealed record State(torch.Tensor X, torch.Tensor? Dual, torch.Tensor Adjoint, torch.Tensor? Energy, bool AsColumns) : LayerState
    {
        public override int BatchDimension => AsColumns ? -1 : 0;
    }

    internal sealed class Network : UnfoldingNetwork
    {
        private readonly Parameter _matrix;
        private readonly Parameter _offset;
        private readonly bool _asColumns;

        public Network(int length, double norm, bool asColumns)
            : base("contraction")
        {
            _asColumns = asColumns;
            using var noGradient = torch.no_grad();
            // Not from torch's default generator, which other tests leave somewhere.
            using var generator = new torch.Generator(5);
            var matrix = torch.randn(length, length, dtype: torch.float64, generator: generator);
            _matrix = new Parameter(matrix / torch.linalg.matrix_norm(matrix, 2) * norm);
            _offset = new Parameter(torch.randn(length, dtype: torch.float64, generator: generator) * 0.1);
            register_parameter("matrix", _matrix);
            register_parameter("offset", _offset);
        }

        public override int Layers => 300;

        public int Evaluations { get; private set; }

        /// <summary>The most tensors that were alive when a layer began.</summary>
        public long MostAlive { get; private set; }

        public override LayerState Begin(Observation observed, ContinuationStep step, LayerState? previous)
        {
            var adjoint = observed.Operator.Adjoint(observed.Y) * 0.1;
            return new State(Turned(adjoint), Dual: null, adjoint, Energy: null, _asColumns);
        }

        public override LayerState Layer(LayerState state, Observation observed, int k)
        {
            Evaluations++;
            MostAlive = Math.Max(MostAlive, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            var current = (State)state;
            var x = Turned(current.X);
            var dual = ((current.Dual is null ? torch.zeros_like(x) : Turned(current.Dual) / 2) + (x / 2)).tanh();
            var next = (x.mm(_matrix.t()) + current.Adjoint + _offset + (dual / 5)).tanh();
            return current with { X = Turned(next), Dual = Turned(dual), Energy = (x * _offset).square().sum() };
        }

        public override torch.Tensor Estimate(LayerState state, Observation observed) => Turned(((State)state).X).alias();

        public override torch.Tensor? Penalty(LayerState state, Observation observed) => ((State)state).Energy! * 0.5;

        private torch.Tensor Turned(torch.Tensor x) => _asColumns ? x.t() : x;
    }
}
