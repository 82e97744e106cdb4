using Unfold.Datasets;

namespace Unfold.Engine.Tests;

/// <summary>Phantoms that a test may exchange or lose.</summary>
[Component("test-hooked-signals")]
internal sealed class HookedSignals(HookedSignalsOptions options) : IDataset
{
    [field: ThreadStatic]
    public static Func<SignalSet, SignalSet>? Loading { get; set; }

    public object Options => options;

    public SignalSet Load(DatasetContext context)
    {
        var signals = new Phantoms(new PhantomsOptions { Train = 60, Test = 20, Size = 16 }).Load(context);
        return Loading?.Invoke(signals) ?? signals;
    }
}
