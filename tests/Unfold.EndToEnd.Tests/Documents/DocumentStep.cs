namespace Unfold.EndToEnd.Tests;

/// <summary>Something that a page tells its reader to do.</summary>
public abstract record DocumentStep;
