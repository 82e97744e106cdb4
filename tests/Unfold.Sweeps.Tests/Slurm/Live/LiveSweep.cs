namespace Unfold.Sweeps.Tests;

/// <summary>A sweep's folder whose program tells its arguments, one a line, and then waits.</summary>
internal sealed record LiveSweep(string Id, string Folder, string Script)
{
    /// <summary>Its path has what a shell and sbatch would each read more into.</summary>
    public static LiveSweep In(string folder, string id)
    {
        var own = Path.Combine(folder, $"ada's \"own\" #1;$HOME {id}");
        Directory.CreateDirectory(Path.Combine(own, "logs"));
        var program = Path.Combine(own, "program");
        File.WriteAllText(program, "#!/bin/bash\ncd \"$(dirname \"$0\")\"\ntrap 'touch usr1' USR1\nprintf '%s\\n' \"$@\"\nwhile true; do sleep 0.2; done\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var script = Path.Combine(own, SubmitScript.FileName);
        File.WriteAllText(script, SubmitScript.Write(id, own, own + "/bin", 1, new SiteProfile { Dotnet = program, Setup = ["echo $NOT_SET > /dev/null"], Time = "60" }));
        return new LiveSweep(id, own, script);
    }
}
