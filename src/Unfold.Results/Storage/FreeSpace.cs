namespace Unfold.Results;

/// <summary>Room on disks.</summary>
public static class FreeSpace
{
    /// <summary>Bytes that this user may still write where a folder is; as many as a number holds where the system does not tell.</summary>
    public static long Of(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
