using System.Diagnostics;

namespace Unfold.Hosting;

/// <summary>Finds the component whose code an exception passed through: typed experiments call constructors directly.</summary>
internal static class ComponentTrace
{
    // A static constructor's exception is wrapped: the base exception knows its frames, the outer one those of the caller.
    public static CatalogEntry? Find(Exception exception, ComponentCatalog catalog) => new StackTrace(exception.GetBaseException())
        .GetFrames()
        .Concat(new StackTrace(exception).GetFrames())
        .Select(frame => frame.GetMethod()?.DeclaringType)
        .Select(type => catalog.Entries.FirstOrDefault(entry => entry.Component.TypeName == type?.FullName && entry.Component.Assembly == type?.Assembly.GetName().Name))
        .FirstOrDefault(entry => entry is not null);
}
