namespace Unfold.Specs;

/// <summary>The scalars of JSON; integers are numbers written without fraction and exponent.</summary>
public enum SpecScalarKind
{
    Null,
    Boolean,
    Integer,
    Number,
    String,
}
