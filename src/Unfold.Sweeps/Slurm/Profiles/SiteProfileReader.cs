using Unfold.Specs;

namespace Unfold.Sweeps;

/// <summary>Reads a site's profile and tells what is wrong with it, as experiments are read.</summary>
public static class SiteProfileReader
{
    private const string Schema = "$schema";
    private const int LongestWarning = 65535;

    /// <summary>What a profile may say.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        Schema, "partition", "account", "qos", "time", "gres", "cpus", "memory", "constraint", "setup", "pack", "parallelism", "maxArraySize", "submitLimit",
        "signalSeconds", "maxTimeouts", "maxResubmissions", "dotnet", "extra",
    ];

    /// <summary>Reads a profile: JSON with comments. What is null is as if it were absent.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    public static SiteProfileReadResult Read(string file, string text)
    {
        var parsed = SpecParser.Parse(file, text);
        if (parsed.Root is not { } root)
            return new SiteProfileReadResult(null, parsed.Diagnostics);
        var mistakes = new List<SpecMistake>();
        var profile = Profile(root.Where(m => m.Value is not SpecScalar { IsNull: true } || !Keys.Contains(m.Name, StringComparer.Ordinal)), mistakes);
        var positions = new SpecPositions([parsed.Positions]);
        var told = mistakes.Select(m => m.At(positions)).OrderBy(d => d.Span.Start).ToList();
        return new SiteProfileReadResult(told.Count == 0 ? profile : null, told);
    }

    private static SiteProfile Profile(SpecObject root, List<SpecMistake> mistakes)
    {
        var fields = new FieldReader(mistakes);
        fields.CheckKeys(root, Keys, "a site's profile");
        fields.Words(root, Schema);
        var texts = new ProfileTexts(root, fields, mistakes);
        var defaults = new SiteProfile();
        var profile = new SiteProfile
        {
            Partition = texts.Line("partition"),
            Account = texts.Line("account"),
            Qos = texts.Line("qos"),
            Time = texts.Time("time"),
            Gres = texts.Resources("gres"),
            Cpus = fields.Integer(root, "cpus", 1),
            Memory = texts.Memory("memory"),
            Constraint = texts.Line("constraint"),
            Setup = texts.Lines("setup"),
            Pack = fields.Count(root, "pack"),
            Parallelism = fields.Integer(root, "parallelism", 1),
            MaxArraySize = fields.Integer(root, "maxArraySize", 1),
            SubmitLimit = fields.Integer(root, "submitLimit", 1),
            SignalSeconds = fields.Integer(root, "signalSeconds", 1, LongestWarning) ?? defaults.SignalSeconds,
            MaxTimeouts = fields.Integer(root, "maxTimeouts", 0) ?? defaults.MaxTimeouts,
            MaxResubmissions = fields.Integer(root, "maxResubmissions", 0) ?? defaults.MaxResubmissions,
            Dotnet = texts.Line("dotnet") ?? defaults.Dotnet,
            Extra = texts.Arguments("extra"),
        };
        CheckWarning(root, profile, mistakes);
        return profile;
    }

    // A job that is warned before it can have started saves nothing, over and over.
    private static void CheckWarning(SpecObject root, SiteProfile profile, List<SpecMistake> mistakes)
    {
        if (profile.Time is { } time && SlurmTime.Parse(time) is { Ticks: > 0 } limit && limit.TotalSeconds <= profile.SignalSeconds)
            mistakes.Add(new SpecMistake("UFX006", (root["signalSeconds"] ?? root["time"]!).Value.Place, $"a time limit of {time} is over before the {profile.SignalSeconds} seconds of 'signalSeconds'; raise 'time' or lower 'signalSeconds'"));
    }
}
