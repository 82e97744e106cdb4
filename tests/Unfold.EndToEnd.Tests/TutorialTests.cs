namespace Unfold.EndToEnd.Tests;

/// <summary>docs/plugins.md: what the tutorial says is done, step by step, as its reader would.</summary>
[Collection(CloneCollection.Name)]
public sealed class TutorialTests(Clone clone)
{
    [Fact]
    public void Every_file_is_written_and_every_command_called_in_the_order_of_the_page()
    {
        var steps = Document.Read("docs/plugins.md");
        Assert.NotEmpty(steps.OfType<DocumentFile>());
        try
        {
            foreach (var step in steps)
            {
                if (step is DocumentFile file)
                    clone.Write(file.Path, file.Text);
                else if (step is DocumentCommand command)
                    AssertWorks(command.Line);
            }
        }
        finally
        {
            clone.Delete("plugins/MyNet");
            clone.Delete("plugins.lock.json");
            clone.Build();
        }
    }

    private void AssertWorks(string command)
    {
        var result = clone.Run("bash", "-c", command);
        Assert.True(result.ExitCode == 0, $"{command}: {result.Text}");
    }
}
