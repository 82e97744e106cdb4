namespace Unfold.Sweeps;

/// <summary>Names of the files of a sweep's folder.</summary>
public static class SweepFiles
{
    /// <summary>The folder that sweeps lie in by default.</summary>
    public const string DefaultRoot = "sweeps";

    /// <summary>What the sweep is.</summary>
    public const string Plan = "sweep.json";

    /// <summary>The resolved specs, one a line; seeds aside.</summary>
    public const string Specs = "specs.jsonl";

    /// <summary>What the processes of cells wrote.</summary>
    public const string Logs = "logs";

    /// <summary>What there is to say of a cell beside its run's folder.</summary>
    public const string Cells = "cells";
}
