using TorchSharp;
using Unfold.Compression;

namespace Unfold.Plugins.Tests.Compression;

public class TruncationTests
{
    private static readonly string[] Named = ["analysis"];

    [Fact]
    public void Svd_keeps_the_gram_matrix_of_the_best_approximation_in_the_frobenius_norm()
    {
        using var scope = torch.NewDisposeScope();
        var w = Random(40, 12);
        const int rank = 5;
        var kept = SingularVectors.Leading(w, rank);

        var (u, s, vt) = torch.linalg.svd(w, fullMatrices: false);
        var best = torch.mm(u[.., ..rank] * s[..rank], vt[..rank]);
        Assert.True(torch.allclose(torch.mm(kept.t(), kept), torch.mm(best.t(), best), 1e-10, 1e-10));
        // Eckart and Young: what is lost is the energy of the other directions, and no matrix of this rank loses less.
        var lost = (w - torch.mm(torch.mm(u[.., ..rank], u[.., ..rank].t()), w)).norm().item<double>();
        Assert.Equal(s[rank..].square().sum().sqrt().item<double>(), lost, 1e-10);
        Assert.Equal(w.square().sum().item<double>() - (lost * lost), kept.square().sum().item<double>(), 1e-9);
    }

    [Fact]
    public void Svd_with_all_directions_keeps_the_norm_of_every_analysis()
    {
        using var scope = torch.NewDisposeScope();
        var (w, x) = (Random(40, 12), Random(12, 7));
        var kept = SingularVectors.Leading(w, 12);
        Assert.True(torch.allclose(torch.mm(w, x).norm(0), torch.mm(kept, x).norm(0), 1e-10, 1e-10));
    }

    [Fact]
    public void The_signs_of_svd_are_decided()
    {
        using var scope = torch.NewDisposeScope();
        var w = Random(9, 6);
        var (first, second) = (SingularVectors.Leading(w, 4), SingularVectors.Leading(-w, 4));
        Assert.True(torch.allclose(first, second, 1e-10, 1e-10));
        Assert.True(first.gather(1, first.abs().argmax(1, keepdim: true)).gt(0).all().item<bool>());
    }

    [Fact]
    public void Row_norm_keeps_the_largest_rows_in_their_order()
    {
        using var scope = torch.NewDisposeScope();
        var w = torch.tensor(new double[,] { { 1, 0 }, { 3, 4 }, { 0, 2 }, { -6, 0 }, { 0, 0.5 } });
        Assert.Equal([3, 4, 0, 2, -6, 0], RowNorm.Largest(w, 3).data<double>().ToArray());
    }

    [Fact]
    public void Of_rows_alike_row_norm_keeps_the_first()
    {
        using var scope = torch.NewDisposeScope();
        var w = torch.cat([torch.eye(64, dtype: torch.float64), torch.eye(64, dtype: torch.float64) * -1]);
        Assert.True(RowNorm.Largest(w, 64).equal(torch.eye(64, dtype: torch.float64)).all().item<bool>());
    }

    [Theory]
    [InlineData(PreservedScale.Energy)]
    [InlineData(PreservedScale.AnalysisNorm)]
    public void A_scale_is_preserved(PreservedScale preserve)
    {
        using var scope = torch.NewDisposeScope();
        var w = Random(20, 6);
        var kept = Compress(new RowNorm(Options with { Preserve = preserve }), w, torch.zeros(5, 6, torch.float64));
        Assert.Equal(Size(w), Size(kept), 1e-9);

        double Size(torch.Tensor m) => (preserve == PreservedScale.Energy ? m.norm() : m.square().sum(dim: 1).sqrt().sum()).item<double>();
    }

    [Fact]
    public void Where_rows_are_repeated_the_analysis_norm_keeps_the_penalty_of_every_signal()
    {
        using var scope = torch.NewDisposeScope();
        // Rows of one norm, thrice each: the first six stand for all.
        var (w, x) = (torch.nn.functional.normalize(Random(6, 4), 2, 1), Random(4, 3));
        var kept = Compress(new RowNorm(Options with { Preserve = PreservedScale.AnalysisNorm }), torch.cat([w, w, w]), torch.zeros(6, 4, torch.float64));
        Assert.True(torch.allclose(torch.mm(w, x).abs().sum(dim: 0) * 3, torch.mm(kept, x).abs().sum(dim: 0), 1e-10, 1e-10));
    }

    [Fact]
    public void Parameters_of_equal_shape_are_copied_and_others_stay()
    {
        using var scope = torch.NewDisposeScope();
        var teacher = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["analysis"] = Random(8, 3), ["step"] = torch.tensor(0.25) };
        var student = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["analysis"] = torch.zeros(2, 3, torch.float64), ["step"] = torch.tensor(0.5), ["own"] = torch.tensor(1.0) };
        var made = new RowNorm(Options).Compress(new CompressionContext(teacher, student, null!, null!));
        Assert.Equal(["analysis", "step"], made.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.25, made["step"].item<double>());
        Assert.NotSame(teacher["step"], made["step"]);
    }

    [Fact]
    public void What_rows_cannot_mend_is_refused()
    {
        using var scope = torch.NewDisposeScope();
        var larger = Assert.Throws<UnfoldException>(() => Compress(new RowNorm(Options), Random(4, 3), torch.zeros(5, 3, torch.float64)));
        var wider = Assert.Throws<UnfoldException>(() => Compress(new RowNorm(Options), Random(4, 3), torch.zeros(2, 2, torch.float64)));
        var beyond = Assert.Throws<UnfoldException>(() => Compress(new SingularVectors(Options), Random(9, 3), torch.zeros(4, 3, torch.float64)));
        var unnamed = Assert.Throws<UnfoldException>(() => Compress(new RowNorm(Options with { Matrices = ["analyses"] }), Random(4, 3), torch.zeros(2, 3, torch.float64)));
        var strangers = Assert.Throws<UnfoldException>(() => new RowNorm(Options).Compress(new CompressionContext(
            new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["a"] = Random(2, 2) }, new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["b"] = Random(2, 2) }, null!, null!)));
        Assert.All([larger, wider, beyond, unnamed, strangers], e => Assert.Equal("UFT013", e.Code));
        Assert.Contains("[4 × 3] in the teacher and [5 × 3] in the student", larger.Message, StringComparison.Ordinal);
        Assert.Contains("3 singular directions", beyond.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_named_matrices_are_truncated()
    {
        using var scope = torch.NewDisposeScope();
        var teacher = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["analysis"] = Random(8, 3), ["other"] = Random(8, 3) };
        var student = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["analysis"] = Random(2, 3), ["other"] = Random(2, 3) };
        Assert.Equal(Named, new RowNorm(Options with { Matrices = Named }).Compress(new CompressionContext(teacher, student, null!, null!)).Keys);
        Assert.Equal(2, new RowNorm(Options).Compress(new CompressionContext(teacher, student, null!, null!)).Count);
    }

    private static TruncationOptions Options => new() { Teacher = "teacher" };

    private static torch.Tensor Random(long rows, long columns)
    {
        using var generator = new torch.Generator((ulong)((rows * 1000) + columns));
        return torch.randn(rows, columns, dtype: torch.float64, generator: generator);
    }

    private static torch.Tensor Compress(ICompression compression, torch.Tensor teacher, torch.Tensor student) => compression.Compress(new CompressionContext(
        new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["analysis"] = teacher },
        new Dictionary<string, torch.Tensor>(StringComparer.Ordinal) { ["analysis"] = student },
        null!,
        null!))["analysis"];
}
