using Newtonsoft.Json.Linq;

namespace Unfold.Cli.Tests;

/// <summary>A folder of experiments, on the records that are kept of them.</summary>
public sealed class VerifyFolderTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Every_experiment_of_a_folder_that_has_accepted_results_is_verified()
    {
        var result = _place.UnfoldWithoutTorch("verify", "cost/", "--stored");

        Assert.True(result.ExitCode == ExitCode.Done, result.Text);
        Assert.Contains("not verified, nothing of it was accepted: cost/mnist-student-full", result.Error, StringComparison.Ordinal);
        Assert.Contains("cost/mnist-student: ", result.Output, StringComparison.Ordinal);
        var json = JObject.Parse(_place.UnfoldWithoutTorch("verify", "cost/", "--stored", "--json").Output);
        Assert.Equal("cost/mnist-student", (string?)Assert.Single(json["experiments"]!)["experiment"]);
    }

    [Fact]
    public void A_folder_without_experiments_is_an_error_and_so_is_accepting_a_whole_folder()
    {
        Assert.Contains("error UFX016: there is no experiment in 'nothing/'", _place.UnfoldWithoutTorch("verify", "nothing/").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, _place.UnfoldWithoutTorch("verify", "cost/", "--accept").ExitCode);
        Assert.Equal(ExitCode.Usage, _place.UnfoldWithoutTorch("verify", "cost/", "--stored", "--variant", "teacher").ExitCode);
    }
}
