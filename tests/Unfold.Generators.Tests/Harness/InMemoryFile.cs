using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Unfold.Generators.Tests;

/// <summary>An additional file that is only in memory.</summary>
internal sealed class InMemoryFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
