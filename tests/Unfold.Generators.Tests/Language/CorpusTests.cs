namespace Unfold.Generators.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Names() => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_paths_tell_the_mistake_at_its_line(string name)
    {
        var path = Corpus.PathOf(name);
        var (code, line) = Corpus.Expected(name);
        var told = BothPaths.Generator(path, Corpus.Files);
        Assert.Contains((code, line), told.Select(t => (t.Code, t.Line)));
        Assert.Equal([code], told.Select(t => t.Code).Distinct());
        Assert.Equal(told, BothPaths.Reader(path, Corpus.Files));
    }

    [Fact]
    public void There_are_at_least_150() => Assert.True(Corpus.Names.Count >= 150);
}
