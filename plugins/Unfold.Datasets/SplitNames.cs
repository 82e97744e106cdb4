using System.ComponentModel.DataAnnotations;

namespace Unfold.Datasets;

/// <summary>Where the splits of a data set are read from: each from a place of its own.</summary>
internal static class SplitNames
{
    /// <summary>What is wrong: a place that is that of another split.</summary>
    /// <param name="what">What lies there, in the plural.</param>
    /// <param name="train">The option Train.</param>
    /// <param name="test">The option Test.</param>
    /// <param name="validation">The option Validation; null where it is carved from the training signals.</param>
    public static IEnumerable<ValidationResult> Shared(string what, string train, string test, string? validation)
    {
        if (train == test)
            yield return new ValidationResult($"the test {what} are the training {what}: figures of them say nothing", ["Test"]);
        if (validation is not null && (validation == train || validation == test))
            yield return new ValidationResult($"the validation {what} are those of another split: what is decided by them would say nothing", ["Validation"]);
    }
}
