using System.Reflection;

namespace Unfold.Engine.Identity;

/// <summary>The id that a component is named by in JSON.</summary>
internal static class ComponentId
{
    public static string Of(IComponent component) =>
        component.GetType().GetCustomAttribute<ComponentAttribute>()?.Id
            ?? throw new InvalidOperationException($"{component.GetType()} has no [Component] attribute.");
}
