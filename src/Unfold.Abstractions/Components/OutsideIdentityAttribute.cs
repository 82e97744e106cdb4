namespace Unfold;

/// <summary>Marks an option that cannot change a run's numbers (a device, a log interval): it is left out of the run's identity.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutsideIdentityAttribute : Attribute;
