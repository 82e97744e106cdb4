using TorchSharp;
using Unfold.Build;
using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

public sealed class UnoptimizedAssemblyTests : IDisposable
{
    private static readonly byte[] Value = [8, 1, 0, 2, 0, 0, 0, 0, 0];
    private static readonly byte[] Assembly = [7, 8, 1, 0, .. Value, 2, 0, 0];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbers_are_not_freed_while_libtorch_reads_them()
    {
        using var numbers = torch.arange(8, dtype: torch.float32);
        using var stop = new CancellationTokenSource();
        var collectors = Enumerable.Range(0, 3).Select(_ => new Thread(() => Collect(stop.Token))).ToList();
        collectors.ForEach(thread => thread.Start());
        try
        {
            for (var i = 0; i < 200_000; i++)
            {
                using var scope = torch.NewDisposeScope();
                var product = i % 3 == 0 ? numbers + 1.5 : i % 3 == 1 ? (numbers - 3).clamp_min(0) : numbers.square();
                Assert.Equal(i % 3 == 0 ? 8.5f : i % 3 == 1 ? 4 : 49, product.data<float>()[7]);
            }
        }
        finally
        {
            stop.Cancel();
            collectors.ForEach(thread => thread.Join());
        }
    }

    [Fact]
    public void The_doctor_tells_a_marked_copy_from_another()
    {
        Assert.Equal(NativeCheckState.Ok, NativeProbe.Numbers(typeof(torch).Assembly).State);
        var check = NativeProbe.Numbers(typeof(object).Assembly);
        Assert.Equal(NativeCheckState.Note, check.State);
        Assert.Contains("UsesTorchRuntime", check.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_bytes_change_and_the_source_stays_as_it_was()
    {
        var (source, copy) = (_folder.Of("source.dll"), _folder.Of("obj/copy.dll"));
        File.WriteAllBytes(source, Assembly);

        UnoptimizedAssembly.Write(source, copy);

        Assert.Equal(Assembly, File.ReadAllBytes(source));
        Assert.Equal([7, 8, 1, 0, 8, 1, 0, 3, 1, 0, 0, 0, 0, 2, 0, 0], File.ReadAllBytes(copy));
    }

    [Fact]
    public void A_link_to_the_source_is_replaced_and_not_written_through()
    {
        var (source, copy) = (_folder.Of("source.dll"), _folder.Of("copy.dll"));
        File.WriteAllBytes(source, Assembly);
        File.CreateSymbolicLink(copy, source);

        UnoptimizedAssembly.Write(source, copy);

        Assert.Null(new FileInfo(copy).LinkTarget);
        Assert.Equal(Assembly, File.ReadAllBytes(source));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_has_the_value_not_exactly_once_is_refused_and_nothing_is_written(int times)
    {
        var (source, copy) = (_folder.Of("source.dll"), _folder.Of("copy.dll"));
        File.WriteAllBytes(source, [.. Enumerable.Repeat(Value, times).SelectMany(v => v), 1]);
        var error = Assert.Throws<InvalidDataException>(() => UnoptimizedAssembly.Write(source, copy));
        Assert.Contains("source.dll: this is no assembly of a release build", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(copy));
    }

    private static void Collect(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            for (var i = 0; i < 2000; i++)
                GC.KeepAlive(new byte[1000]);
            GC.Collect(0);
        }
    }
}
