using Unfold.Specs;

namespace Unfold.Hosting;

/// <summary>Mistakes that binding found in a tree, before their lines are looked up.</summary>
internal sealed class BindingException(IReadOnlyList<SpecMistake> mistakes) : UnfoldException(mistakes[0].Code, mistakes[0].Message, "correct the file")
{
    public SpecException At(SpecPositions positions) => new([.. mistakes.Select(m => m.At(positions))]);
}
