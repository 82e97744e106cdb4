namespace Unfold.Sweeps.Tests;

public sealed class SiteProfileReaderTests
{
    [Fact]
    public void The_example_is_good()
    {
        var read = SiteProfileReader.Read("site-profile.json", Repository.Text("docs", "examples", "site-profile.json"));
        Assert.Empty(read.Diagnostics);
        Assert.Equal("gpu:1", read.Profile!.Gres);
    }

    [Fact]
    public void What_is_not_said_has_defaults()
    {
        var profile = Good("{}");
        Assert.Equivalent(new SiteProfile(), profile);
        Assert.Equal((null, 1, 180, 20, 3, "dotnet"), (profile.Cpus, profile.Pack, profile.SignalSeconds, profile.MaxTimeouts, profile.MaxResubmissions, profile.Dotnet));
    }

    [Fact]
    public void What_is_null_is_not_said() => Assert.Equivalent(new SiteProfile(), Good("""{ "partition": null, "parallelism": null, "cpus": null, "setup": null, "signalSeconds": null }"""));

    [Fact]
    public void Everything_is_read()
    {
        var profile = Good("""
            {
              "$schema": "site-profile.schema.json",
              // The group's nodes.
              "partition": "gpu", "account": "ada", "qos": "long", "time": "2-00:00:00", "gres": "gpu:a100:1,shard:2", "cpus": 8, "memory": "16G", "constraint": "a100|h100",
              "setup": ["module load dotnet", "ulimit -n 4096"], "pack": 3, "parallelism": 10, "maxArraySize": 1001, "submitLimit": 500, "signalSeconds": 300,
              "maxTimeouts": 0, "maxResubmissions": 5, "dotnet": "/opt/dot net/dotnet", "extra": ["--nice=100", "--exclusive"],
            }
            """);
        Assert.Equivalent(
            new SiteProfile
            {
                Partition = "gpu",
                Account = "ada",
                Qos = "long",
                Time = "2-00:00:00",
                Gres = "gpu:a100:1,shard:2",
                Cpus = 8,
                Memory = "16G",
                Constraint = "a100|h100",
                Setup = ["module load dotnet", "ulimit -n 4096"],
                Pack = 3,
                Parallelism = 10,
                MaxArraySize = 1001,
                SubmitLimit = 500,
                SignalSeconds = 300,
                MaxTimeouts = 0,
                MaxResubmissions = 5,
                Dotnet = "/opt/dot net/dotnet",
                Extra = ["--nice=100", "--exclusive"],
            },
            profile);
    }

    [Theory]
    [InlineData("""{ "partiton": "gpu" }""", "site.json(1,3): error UFX003: a site's profile has no 'partiton'; did you mean 'partition'?")]
    [InlineData("{\n  \"cpus\": \"8\"\n}", "site.json(2,11): error UFX005: 'cpus' is an integer of at least 1")]
    [InlineData("""{ "cpus": 0 }""", "site.json(1,11): error UFX006: 'cpus' is an integer of at least 1, and not 0")]
    [InlineData("""{ "parallelism": 0 }""", "site.json(1,18): error UFX006: 'parallelism' is an integer of at least 1, and not 0")]
    [InlineData("""{ "submitLimit": 2.5 }""", "site.json(1,18): error UFX005: 'submitLimit' is an integer of at least 1")]
    [InlineData("""{ "signalSeconds": 70000 }""", "site.json(1,20): error UFX006: 'signalSeconds' is an integer from 1 to 65535, and not 70000")]
    [InlineData("""{ "time": 30 }""", "site.json(1,11): error UFX005: 'time' is a text")]
    [InlineData("""{ "time": "2 days" }""", "site.json(1,11): error UFX006: 'time' cannot be '2 days'; it is \"30\" (minutes), \"12:00:00\", \"2-00:00:00\", or \"UNLIMITED\"")]
    [InlineData("""{ "time": "0" }""", "site.json(1,11): error UFX006: 'time' cannot be '0'; it is \"30\" (minutes), \"12:00:00\", \"2-00:00:00\", or \"UNLIMITED\"")]
    [InlineData("""{ "time": "3" }""", "site.json(1,11): error UFX006: a time limit of 3 is over before the 180 seconds of 'signalSeconds'; raise 'time' or lower 'signalSeconds'")]
    [InlineData("""{ "memory": "8 GB" }""", "site.json(1,13): error UFX006: 'memory' cannot be '8 GB'; it is \"8G\", in K, M, G or T; \"0\" is all of a node's")]
    [InlineData("""{ "gres": "2 gpus" }""", "site.json(1,11): error UFX006: 'gres' cannot be '2 gpus'; it is \"gpu:1\", \"gpu:a100:2\" or \"shard:1\", and several with commas between them")]
    [InlineData("""{ "account": "" }""", "site.json(1,14): error UFX006: 'account' is empty; leave it out")]
    [InlineData("""{ "setup": "module load dotnet" }""", "site.json(1,12): error UFX005: 'setup' is a list of texts: [\"…\"]")]
    [InlineData("""{ "setup": ["true", 3] }""", "site.json(1,21): error UFX005: 'setup' is a list of texts: [\"…\"]")]
    [InlineData("""{ "setup": ["true\nfalse"] }""", "site.json(1,13): error UFX006: 'setup' has a line end or another control character; each text is one line")]
    [InlineData("""{ "extra": ["-n 4"] }""", "site.json(1,13): error UFX006: 'extra' cannot have '-n 4'; an argument of sbatch is one text that starts with --, as in \"--nice=100\"")]
    [InlineData("""{ "extra": ["--nice=1", "--array=0-9"] }""", "site.json(1,25): error UFX006: 'extra' cannot have '--array=0-9'; Unfold sets --array itself")]
    [InlineData("""{ "extra": ["--out=x"] }""", "site.json(1,13): error UFX006: 'extra' cannot have '--out=x'; Unfold sets --output itself")]
    [InlineData("""{ "extra": ["--mem=8G"] }""", "site.json(1,13): error UFX006: 'extra' cannot have '--mem=8G'; say it with 'memory'")]
    [InlineData("""[]""", "site.json(1,1): error UFX001: a spec is one JSON object: { … }")]
    public void A_mistake_has_its_line_and_its_mend(string text, string told)
    {
        var read = SiteProfileReader.Read("site.json", text);
        Assert.Null(read.Profile);
        Assert.Equal([told], read.Diagnostics.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("--array")]
    [InlineData("--requeue")]
    [InlineData("--no-requeue")]
    [InlineData("--open-mode=truncate")]
    [InlineData("--signal=TERM@9")]
    [InlineData("--output=x")]
    [InlineData("--error=x")]
    [InlineData("--job-name=x")]
    [InlineData("--comment=x")]
    [InlineData("--parsable")]
    [InlineData("--wrap=x")]
    public void What_Unfold_sets_itself_is_refused(string argument) =>
        Assert.EndsWith("itself", Assert.Single(SiteProfileReader.Read("site.json", $$"""{ "extra": ["{{argument}}"] }""").Diagnostics).Message, StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_are_told_in_the_order_of_the_file() =>
        Assert.Equal(["UFX005", "UFX003", "UFX006"], SiteProfileReader.Read("site.json", """{ "cpus": "2", "nodes": 3, "pack": 0 }""").Diagnostics.Select(d => d.Code));

    private static SiteProfile Good(string text)
    {
        var read = SiteProfileReader.Read("site.json", text);
        Assert.Empty(read.Diagnostics);
        return read.Profile!;
    }
}
