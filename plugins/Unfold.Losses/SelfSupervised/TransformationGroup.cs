namespace Unfold.Losses;

/// <summary>A group of transformations of images, drawn from uniformly; of the finite ones all but the one that leaves images as they are.</summary>
public enum TransformationGroup
{
    /// <summary>Cyclic shifts along rows and columns by any number of pixels.</summary>
    Shifts,

    /// <summary>By 90, 180 or 270 degrees; square images.</summary>
    Rotations,

    /// <summary>Upside down, left to right, or both.</summary>
    Flips,

    /// <summary>The seven other symmetries of a square: rotations, flips and both together; square images.</summary>
    Dihedral,
}
