namespace Unfold.Sweeps.Tests;

/// <summary>What is recorded at rungs: whole, in order, and told when it is damaged.</summary>
public sealed class RungStoreTests : IDisposable
{
    private const string Mse = "validation.mse";
    private readonly TemporaryFolder _folder = new();

    private RungStore Store => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cell_has_its_records_in_the_order_of_their_epochs()
    {
        Store.Add(Record(3, 2, 0.1 + 0.2) with { Compared = [new RungValue(1, double.NaN), new RungValue(2, 1e-300)] });
        Store.Add(Record(3, 18, double.PositiveInfinity) with { GoesOn = false });
        Store.Add(Record(3, 6, 4));
        var records = Store.Of(3);
        Assert.Equal([2, 6, 18], records.Select(r => r.Epoch));
        Assert.Equal([0.1 + 0.2, 4, double.PositiveInfinity], records.Select(r => r.Value));
        Assert.Equal([true, true, false], records.Select(r => r.GoesOn));
        Assert.Equal([new RungValue(1, double.NaN), new RungValue(2, 1e-300)], records[0].Compared);
        Assert.True(File.Exists(_folder["rungs", "3.json"]));
    }

    [Fact]
    public void A_sweep_in_which_nothing_has_come_to_a_rung_has_no_records()
    {
        Assert.Empty(Store.Of(0));
        Assert.Empty(Store.At(2, Mse));
    }

    [Fact]
    public void A_rung_has_the_values_of_its_epoch_and_metric_by_cell()
    {
        Store.Add(Record(10, 2, 1));
        Store.Add(Record(9, 2, 3));
        Store.Add(Record(9, 6, 4));
        Store.Add(Record(1, 2, 5) with { Metric = "validation.psnr" });
        Assert.Equal([new RungValue(9, 3), new RungValue(10, 1)], Store.At(2, Mse));
    }

    [Fact]
    public void Files_of_others_are_left_alone()
    {
        Store.Add(Record(1, 2, 1));
        File.WriteAllText(_folder["rungs", "2.json.abc.tmp"], "{");
        File.WriteAllText(_folder["rungs", "notes.json"], "{");
        Assert.Equal([new RungValue(1, 1)], Store.At(2, Mse));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"records\": [")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{ \"records\": [null] }")]
    [InlineData("{ \"records\": [{ \"cell\": 5, \"epoch\": 2, \"metric\": \"validation.mse\", \"value\": 1 }] }")]
    public void A_damaged_file_is_told_with_its_path(string text)
    {
        Store.Add(Record(1, 2, 1));
        File.WriteAllText(_folder["rungs", "4.json"], text);
        foreach (var wrong in new Action[] { () => Store.Of(4), () => Store.At(2, Mse), () => Store.Add(Record(4, 6, 1)) }.Select(Assert.Throws<SweepException>))
        {
            Assert.Equal("UFS030", wrong.Code);
            Assert.StartsWith(_folder["rungs", "4.json"] + " cannot be read: ", wrong.Message, StringComparison.Ordinal);
        }

        Assert.Equal(text, File.ReadAllText(_folder["rungs", "4.json"]));
    }

    [Fact]
    public void Writers_of_their_own_cells_and_readers_of_all_lose_nothing()
    {
        const int Rungs = 12;
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, 8).Select(cell => new Thread(() =>
        {
            try
            {
                foreach (var epoch in Enumerable.Range(1, Rungs))
                {
                    Store.Add(Record(cell, epoch, cell));
                    Assert.Contains(new RungValue(cell, cell), Store.At(epoch, Mse));
                }
            }
            catch (Exception wrong)
            {
                lock (failures)
                    failures.Add(wrong);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Empty(failures);
        Assert.All(Enumerable.Range(1, Rungs), epoch => Assert.Equal(Enumerable.Range(0, 8), Store.At(epoch, Mse).Select(v => v.Cell)));
        Assert.Equal(8, Directory.GetFiles(_folder["rungs"]).Length);
    }

    private static RungRecord Record(int cell, int epoch, double value) => new() { Cell = cell, Epoch = epoch, Metric = Mse, Value = value, GoesOn = true };
}
