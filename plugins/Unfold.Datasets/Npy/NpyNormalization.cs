namespace Unfold.Datasets;

/// <summary>What networks see of the values of arrays.</summary>
public enum NpyNormalization
{
    /// <summary>The values as they are: zero stays zero, as sparse signals need it.</summary>
    None,

    /// <summary>(value − mean) / standard deviation, of all values of the training signals together.</summary>
    Training,
}
