using Newtonsoft.Json.Linq;

namespace Unfold.Sweeps.Tests;

public sealed class SiteProfileSchemaTests
{
    private static readonly JObject Schema = JObject.Parse(Repository.Text("docs", "site-profile.schema.json"));

    [Fact]
    public void The_schema_has_the_keys_of_the_reader() => Assert.Equal(SiteProfileReader.Keys, ((JObject)Schema["properties"]!).Properties().Select(p => p.Name));

    [Fact]
    public void Each_key_is_described_and_others_are_refused()
    {
        Assert.All(((JObject)Schema["properties"]!).Properties(), p => Assert.NotEqual("", (string?)p.Value["description"] ?? ""));
        Assert.False((bool)Schema["additionalProperties"]!);
    }

    [Fact]
    public void Its_defaults_are_those_of_the_reader()
    {
        var profile = JObject.Parse(Unfold.Results.ResultsJson.Line(new SiteProfile()));
        Assert.All(
            ((JObject)Schema["properties"]!).Properties().Where(p => p.Value["default"] is not null),
            p => Assert.True(JToken.DeepEquals(p.Value["default"], profile[p.Name]), p.Name));
    }
}
