namespace Unfold.Engine.Teachers;

/// <summary>A teacher as JSON names it, taken apart.</summary>
/// <param name="Experiment">Another experiment, or null for the student's own.</param>
/// <param name="Variant">The variant or cell, or null for a folder.</param>
/// <param name="Folder">A run's folder, or null.</param>
internal sealed record TeacherName(string? Experiment, string? Variant, string? Folder)
{
    private static readonly string[] PathStarts = ["/", "./", "../", ".\\", "..\\"];

    /// <summary>Takes a name apart: <c>teacher</c>, <c>paper/mnist:teacher</c>, <c>./runs/…</c>.</summary>
    public static TeacherName Parse(string name)
    {
        if (PathStarts.Any(start => name.StartsWith(start, StringComparison.Ordinal)) || Path.IsPathFullyQualified(name))
            return new TeacherName(null, null, name);
        // A cell's name may hold a colon in its brackets, an experiment's name none at all.
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || (bracket >= 0 && bracket < colon)
            ? new TeacherName(null, name, null)
            : new TeacherName(name[..colon], name[(colon + 1)..], null);
    }
}
