namespace Unfold.Specs.Tests;

/// <summary>How overrides are written on the command line.</summary>
public sealed class OverrideReaderTests
{
    [Theory]
    [InlineData("loss.use=log-cosh", "\"log-cosh\"")]
    [InlineData("architecture.layers=10", "10")]
    [InlineData("architecture.layers=5,10", "5 10")]
    [InlineData("training.keep=best-validation,last", "\"best-validation\" \"last\"")]
    [InlineData("seed=2:5", "2 3 4")]
    [InlineData("seed=7,0:2", "7 0 1")]
    [InlineData("architecture.start=null", "null")]
    [InlineData("training.optimizer={\"use\":\"adam\",\"learningRate\":1e-3}", "{\"use\": \"adam\", \"learningRate\": 1e-3}")]
    [InlineData("loss={\"use\":\"a\"},{\"use\":\"b\",\"w\":[1,2]}", "{\"use\": \"a\"} {\"use\": \"b\", \"w\": [1, 2]}")]
    [InlineData("loss.title=\"a,b\",\"c\"", "\"a,b\" \"c\"")]
    [InlineData("loss.title=\"a\\\",b\",\"c\"", "\"a\\\",b\" \"c\"")]
    [InlineData("loss.title=\"a\\\\\",\"c\"", "\"a\\\\\" \"c\"")]
    public void Values_stand_between_commas(string text, string values)
    {
        var read = OverrideReader.Read([text]);
        Assert.Empty(read.Diagnostics);
        Assert.Equal(values, string.Join(" ", Assert.Single(read.All).Values.Select(SpecWriter.Write)));
    }

    [Theory]
    [InlineData("layers", "UFX027", 1)]
    [InlineData("=5", "UFX027", 1)]
    [InlineData("architecture.layers=", "UFX027", 21)]
    [InlineData("architecture.layers=1,,2", "UFX027", 23)]
    [InlineData("seed=5:2", "UFX027", 6)]
    [InlineData("seed=0:99999", "UFX027", 6)]
    [InlineData("loss={\"use\":\"a\"", "UFX001", 16)]
    [InlineData("loss={\"use\":\"a\",\"use\":\"b\"}", "UFX002", 17)]
    public void A_mistake_is_told_at_its_column(string text, string code, int column)
    {
        var mistake = Assert.Single(OverrideReader.Read([text]).Diagnostics);
        Assert.Equal((code, column), (mistake.Code, mistake.Span.Column));
    }

    [Fact]
    public void One_path_is_overridden_once() =>
        Assert.Equal("UFX027", Assert.Single(OverrideReader.Read(["seed=1", "seeds=[1, 2]"]).Diagnostics).Code);
}
