namespace Unfold.Engine.Data; public static class DataFolders { public static IReadOnlyList<string> Resolve() => []; }
