using Unfold.Snapshots;

namespace Unfold.Sweeps.Tests;

[UsesVerify]
public sealed class SubmitScriptTests
{
    private const string Sweep = "lista-7f3a";
    private const string Folder = "/home/ada/runs/lista/sweeps/7f3a";

    [Fact]
    public Task The_smallest_profile() => Verify(SubmitScript.Write(Sweep, Folder, Folder + "/bin/0123456789ab", 1, new SiteProfile()));

    [Fact]
    public Task The_example() =>
        Verify(SubmitScript.Write(Sweep, Folder, Folder + "/bin/0123456789ab", 1, SiteProfileReader.Read("site-profile.json", Repository.Text("docs", "examples", "site-profile.json")).Profile!));

    [Fact]
    public Task Everything_said() => Verify(SubmitScript.Write(Sweep, Folder, Folder + "/bin/0123456789ab", 1, new SiteProfile
    {
        Partition = "gpu",
        Account = "ada",
        Qos = "long",
        Time = "2-00:00:00",
        Gres = "gpu:a100:1",
        Cpus = 8,
        Memory = "16G",
        Constraint = "a100|h100",
        Setup = ["module load dotnet", "export X=\"a b\""],
        Pack = 3,
        SignalSeconds = 300,
        Dotnet = "/opt/dot net/dotnet",
        Extra = ["--nice=100", "--exclude=node 7 \"old\""],
    }));

    [Fact]
    public Task A_folder_with_spaces_and_quotes() => Verify(SubmitScript.Write(Sweep, "/home/ada's \"own\" #1/$HOME/sweep", "/home/ada's \"own\" #1/$HOME/sweep" + "/bin/0123456789ab", 1, new SiteProfile()));

    [Theory]
    [InlineData("/home/ada/100%", "error UFS010: a cluster's jobs cannot write to /home/ada/100%: Slurm reads more into '%' in the path of a job's output")]
    [InlineData("/home/a\\da", "error UFS010: a cluster's jobs cannot write to /home/a\\da: Slurm reads more into '\\' in the path of a job's output")]
    [InlineData("/home/a\nda", "error UFS010: a cluster's jobs cannot write to /home/a da: it has a line end or another control character")]
    [InlineData("runs/x", "error UFS010: a cluster's jobs cannot write to runs/x: it does not start with /, and jobs start in folders of their own")]
    public void A_folder_that_Slurm_would_read_more_into_is_refused(string folder, string told)
    {
        var refused = Assert.Throws<SweepException>(() => SubmitScript.Write(Sweep, folder, folder + "/bin/0123456789ab", 1, new SiteProfile()));
        Assert.Equal(told, $"error {refused.Code}: {refused.Message}");
        Assert.Contains("--sweeps", refused.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b")]
    [InlineData("a b")]
    public void A_sweeps_id_is_one_name_to_Slurm(string sweep) => Assert.Throws<ArgumentException>(() => SubmitScript.Write(sweep, Folder, Folder + "/bin", 1, new SiteProfile()));
}
