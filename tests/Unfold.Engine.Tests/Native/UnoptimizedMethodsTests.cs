using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using TorchSharp;
using Unfold.Build;
using Unfold.Engine.Native;

namespace Unfold.Engine.Tests;

public sealed class UnoptimizedMethodsTests : IDisposable
{
    private const MethodImplAttributes Marks = MethodImplAttributes.NoOptimization | MethodImplAttributes.NoInlining;

    private static readonly string Own = typeof(UnoptimizedMethodsTests).Assembly.Location;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Assemblies => [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(typeof(object).Assembly.Location).Append(typeof(Enumerable).Assembly.Location)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbers_are_not_freed_while_libtorch_reads_them()
    {
        using var numbers = torch.arange(8, dtype: torch.float32);
        using var stop = new CancellationTokenSource();
        var collectors = Enumerable.Range(0, 2).Select(_ => new Thread(() => Collect(stop.Token))).ToList();
        collectors.ForEach(thread => thread.Start());
        try
        {
            for (var i = 0; i < 100_000; i++)
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
        Assert.Equal(NativeCheckState.Ok, NativeProbe.Inspect().Single(c => c.Name == "TorchSharp's numbers").State);
        var check = NativeProbe.Numbers(((Action)Dispose).Method);
        Assert.Equal(NativeCheckState.Note, check.State);
        Assert.Contains("UsesTorchRuntime", check.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_method_with_code_is_marked_and_no_other_byte_changes(string assembly)
    {
        var image = File.ReadAllBytes(assembly);
        var expected = (byte[])image.Clone();
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var table = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.MethodDef);
        foreach (var handle in metadata.MethodDefinitions.Where(h => metadata.GetMethodDefinition(h).RelativeVirtualAddress != 0))
            expected[table + ((MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.MethodDef)) + 4] |= (byte)Marks;

        Assert.Equal(expected, UnoptimizedMethods.Mark(image));
    }

    [Fact]
    public void The_copy_is_a_file_of_its_own_and_a_link_to_the_source_is_not_written_through()
    {
        var (source, copy) = (_folder.Of("source.dll"), _folder.Of("obj/copy.dll"));
        File.Copy(Own, source);
        Directory.CreateDirectory(_folder.Of("obj"));
        File.CreateSymbolicLink(copy, source);

        UnoptimizedMethods.WriteMarked(source, copy);

        Assert.Null(new FileInfo(copy).LinkTarget);
        Assert.Equal(File.ReadAllBytes(Own), File.ReadAllBytes(source));
        Assert.Equal(UnoptimizedMethods.Mark(File.ReadAllBytes(Own)), File.ReadAllBytes(copy));
        Assert.Single(Directory.GetFiles(_folder.Of("obj")));
    }

    [Fact]
    public void What_is_no_assembly_is_refused_plainly_and_nothing_is_written()
    {
        var (source, copy) = (_folder.Of("source.dll"), _folder.Of("copy.dll"));
        File.WriteAllBytes(source, Encoding.ASCII.GetBytes("<html>" + new string(' ', 100)));
        Assert.Equal("this is no .NET assembly", Assert.Throws<InvalidDataException>(() => UnoptimizedMethods.WriteMarked(source, copy)).Message);
        Assert.False(File.Exists(copy));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(0.05)]
    public void A_truncated_assembly_is_damaged_and_not_half_read(double share)
    {
        var image = File.ReadAllBytes(Own);
        Assert.Contains("this .NET assembly is damaged", Assert.Throws<InvalidDataException>(() => UnoptimizedMethods.Mark(image[..(int)(share * image.Length)])).Message, StringComparison.Ordinal);
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
