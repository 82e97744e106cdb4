namespace Unfold.Sweeps;

/// <summary>
/// The elements of a sweep's job arrays: element e stands for the same cells whenever and however often it is submitted. Each has up to <c>pack</c> cells,
/// none of which learns from another one of the same element, or of a later level.
/// </summary>
public sealed class JobElements
{
    private readonly List<(int Level, IReadOnlyList<SweepCell> Cells)> _elements;
    private readonly Dictionary<int, int> _elementOf;

    /// <param name="plan">The sweep.</param>
    /// <param name="pack">Cells of an element at most.</param>
    public JobElements(SweepPlan plan, int pack)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(pack, 1);
        var levels = new int[plan.Cells.Count];
        // Teachers stand before their students.
        foreach (var cell in plan.Cells)
            levels[cell.Index] = cell.After.Select(teacher => levels[teacher] + 1).DefaultIfEmpty(0).Max();
        _elements = [.. plan.Cells.GroupBy(c => levels[c.Index]).OrderBy(g => g.Key).SelectMany(g => g.Chunk(pack).Select(cells => (g.Key, (IReadOnlyList<SweepCell>)cells)))];
        _elementOf = _elements.Index().SelectMany(e => e.Item.Cells.Select(c => (c.Index, Element: e.Index))).ToDictionary(p => p.Item1, p => p.Element);
    }

    /// <summary>How many there are.</summary>
    public int Count => _elements.Count;

    /// <summary>The cells of an element.</summary>
    /// <exception cref="SweepException">UFS003: there is none of this number.</exception>
    public IReadOnlyList<SweepCell> this[int element] => element >= 0 && element < _elements.Count
        ? _elements[element].Cells
        : throw new SweepException("UFS003", $"the sweep has no element {element}", $"its elements are 0 to {_elements.Count - 1}");

    /// <summary>The element that a cell belongs to.</summary>
    public int Of(SweepCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return _elementOf[cell.Index];
    }

    /// <summary>How many steps of teaching an element has before it: the elements of a level start when those of the levels below have ended.</summary>
    public int LevelOf(int element) => _elements[element].Level;
}
