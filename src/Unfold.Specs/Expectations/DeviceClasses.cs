namespace Unfold.Specs;

/// <summary>The classes of devices that expectations may differ by: on one class figures differ little from machine to machine.</summary>
public static class DeviceClasses
{
    /// <summary>Their names, as specs write them.</summary>
    public static IReadOnlyList<string> All { get; } = ["cpu", "cuda"];

    /// <summary>The class of a device: <c>cuda</c> of <c>cuda:0</c>; null for none.</summary>
    public static string? Of(string? device) => device?.Split(':')[0];
}
