namespace Unfold.Reliability.Tests;

/// <summary>What a process was at.</summary>
internal enum RunPhase
{
    /// <summary>It was starting, or loading data and checkpoint.</summary>
    Startup,

    /// <summary>Training and validation.</summary>
    Training,

    /// <summary>The figures of the trained network.</summary>
    Evaluation,

    /// <summary>Parameters, images and results.</summary>
    Writing,

    /// <summary>The results are there: the report is written.</summary>
    Report,

    /// <summary>It had ended.</summary>
    Ended,
}
