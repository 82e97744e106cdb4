namespace Unfold.Sweeps.Tests;

public sealed class JobElementsTests
{
    [Fact]
    public void Without_packing_an_element_is_a_cell()
    {
        var elements = new JobElements(SweepSpecimen.Plan(5), pack: 1);

        Assert.Equal(5, elements.Count);
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal([i], elements[i].Select(c => c.Index)));
    }

    [Fact]
    public void Packed_cells_stand_side_by_side()
    {
        var plan = SweepSpecimen.Plan(5);
        var elements = new JobElements(plan, pack: 2);

        Assert.Equal([[0, 1], [2, 3], [4]], Enumerable.Range(0, elements.Count).Select(e => elements[e].Select(c => c.Index)));
        Assert.Equal([0, 0, 1, 1, 2], plan.Cells.Select(elements.Of));
    }

    [Fact]
    public void A_student_is_in_no_element_of_its_teacher_and_a_level_above()
    {
        // 1 and 3 learn from 0, 4 from 3.
        var plan = SweepSpecimen.Plan(5, i => i switch { 1 or 3 => [0], 4 => [3], _ => [] });
        var elements = new JobElements(plan, pack: 2);

        Assert.Equal([[0, 2], [1, 3], [4]], Enumerable.Range(0, elements.Count).Select(e => elements[e].Select(c => c.Index)));
        Assert.Equal([0, 1, 2], Enumerable.Range(0, elements.Count).Select(elements.LevelOf));
    }

    [Fact]
    public void An_element_that_is_not_there_is_an_error() =>
        Assert.Equal("UFS003", Assert.Throws<SweepException>(() => new JobElements(SweepSpecimen.Plan(3), pack: 2)[2]).Code);
}
