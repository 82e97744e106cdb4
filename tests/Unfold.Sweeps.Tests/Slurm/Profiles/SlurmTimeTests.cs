namespace Unfold.Sweeps.Tests;

public sealed class SlurmTimeTests
{
    [Theory]
    [InlineData("30", "00:30:00")]
    [InlineData("90:30", "01:30:30")]
    [InlineData("12:00:00", "12:00:00")]
    [InlineData("2-00:00:00", "2.00:00:00")]
    [InlineData("1-12", "1.12:00:00")]
    [InlineData("1-12:30", "1.12:30:00")]
    [InlineData("365-00:00:00", "365.00:00:00")]
    public void All_forms_are_read(string text, string time) => Assert.Equal(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture), SlurmTime.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1:2:3:4")]
    [InlineData("1-")]
    [InlineData("30m")]
    [InlineData("1:100")]
    [InlineData("UNLIMITED")]
    [InlineData("30\n")]
    public void Others_are_not(string text) => Assert.Null(SlurmTime.Parse(text));
}
