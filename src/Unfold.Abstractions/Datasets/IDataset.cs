namespace Unfold;

/// <summary>A source of signals.</summary>
public interface IDataset : IComponent
{
    /// <summary>Loads or generates the signals. The same options, files and seed give the same tensors.</summary>
    /// <exception cref="UnfoldException"><c>UFD…</c>: files are missing or damaged.</exception>
    SignalSet Load(DatasetContext context);
}
