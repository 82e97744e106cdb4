namespace Unfold.Specs;

/// <summary>
/// A component as its metadata describes it: what the build checks experiments against. Defaults and docs are not part of it.
/// </summary>
/// <param name="Kind">The kind's name, such as <c>architecture</c>.</param>
/// <param name="Id">The name in JSON.</param>
/// <param name="Assembly">Simple name of the assembly.</param>
/// <param name="TypeName">Full name of the component class.</param>
/// <param name="OptionsTypeName">Full name of its options record.</param>
/// <param name="Options">The record's settable properties, by name.</param>
/// <param name="Capabilities">Full names of the non-contract interfaces that the class implements, sorted.</param>
/// <param name="Requires">Full names of the capabilities that it requires of the architecture, sorted.</param>
public sealed record ComponentSchema(
    string Kind,
    string Id,
    string Assembly,
    string TypeName,
    string OptionsTypeName,
    EquatableArray<OptionSchema> Options,
    EquatableArray<string> Capabilities,
    EquatableArray<string> Requires);
