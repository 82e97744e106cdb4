using TorchSharp;

namespace Unfold.Engine.Seeds;

/// <summary>
/// Where torch's default random streams stand, to go back to. TorchSharp gives the CPU's stream alone: on another device a moment begins a stream of its own,
/// which starts again when it is gone back to.
/// </summary>
internal sealed class RandomMoment : IDisposable
{
    private readonly torch.Tensor _cpu;
    private readonly long? _other;

    private RandomMoment(torch.Tensor cpu, long? other) => (_cpu, _other) = (cpu.DetachFromDisposeScope(), other);

    /// <summary>Now.</summary>
    /// <param name="device">Whose streams.</param>
    /// <param name="number">Tells moments of one step apart.</param>
    public static RandomMoment Take(torch.Device device, long number)
    {
        ArgumentNullException.ThrowIfNull(device);
        var moment = new RandomMoment(torch.random.get_rng_state(), device.type == DeviceType.CPU ? null : torch.random.initial_seed() + number + 1);
        moment.Begin();
        return moment;
    }

    /// <summary>Goes back to it.</summary>
    /// <returns>Comes back to where the CPU's stream stands now.</returns>
    public Interlude Return()
    {
        var now = torch.random.get_rng_state();
        Begin();
        if (_other is null)
            torch.random.set_rng_state(_cpu);
        return new Interlude(now);
    }

    /// <inheritdoc/>
    public void Dispose() => _cpu.Dispose();

    // Seeding concerns all devices: the CPU's stream is put back.
    private void Begin()
    {
        if (_other is not { } seed)
            return;
        TorchSeed.Set((ulong)seed);
        torch.random.set_rng_state(_cpu);
    }

    /// <summary>The streams are elsewhere until this is disposed.</summary>
    /// <param name="now">The CPU's state to come back to.</param>
    internal sealed class Interlude(torch.Tensor now) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            torch.random.set_rng_state(now);
            now.Dispose();
        }
    }
}
