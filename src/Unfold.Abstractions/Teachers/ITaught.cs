namespace Unfold;

/// <summary>
/// Implemented by a loss or a compression that learns from a finished run, its teacher. The engine finds the run, refuses one of another
/// problem, and hands it over; which parameters it has is part of the learning run's identity.
/// </summary>
public interface ITaught
{
    /// <summary>
    /// The teacher: a variant or cell of the same experiment (<c>teacher</c>), of another one (<c>cost/mnist-student:teacher</c>), or the folder of
    /// a run (a path that starts with <c>/</c>, <c>./</c> or <c>../</c>).
    /// </summary>
    string Teacher { get; }
}
