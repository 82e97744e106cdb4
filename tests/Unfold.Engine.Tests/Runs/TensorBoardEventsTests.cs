using Tensorboard;
using Unfold.Engine.Runs;

namespace Unfold.Engine.Tests;

public sealed class TensorBoardEventsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_leaves_one_file_with_its_metrics_by_step()
    {
        var observer = new Quiet();
        var outcome = new TrainingRun("x", "v", Specimen.Spec).Execute(new Engine.Runs.RunOptions { OutFolder = _folder.Path }, observer);
        var file = Assert.Single(Directory.EnumerateFiles(outcome.Folder, "events.out.tfevents.*"));
        var scalars = Events(file).Where(e => e.Summary is not null).SelectMany(e => e.Summary.Value.Select(v => (v.Tag, e.Step, v.SimpleValue))).ToList();
        var expected = observer.Epochs.SelectMany(e => e.Metrics.Select(m => (m.Key, e.Step, (float)m.Value))).ToList();
        Assert.Equal(expected, scalars);
    }

    // A record is its length (8 bytes), a checksum (4), the event, and another checksum (4).
    private static IEnumerable<Event> Events(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var length = reader.ReadUInt64();
            reader.ReadUInt32();
            yield return Event.Parser.ParseFrom(reader.ReadBytes((int)length));
            reader.ReadUInt32();
        }
    }
}
