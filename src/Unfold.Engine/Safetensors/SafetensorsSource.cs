using Unfold.Results;

namespace Unfold.Engine.Safetensors;

/// <summary>Opens a safetensors file for whoever wants its payload, and says in one way what is wrong with it.</summary>
internal static class SafetensorsSource
{
    /// <summary>Reads the header, and passes the file on at the first byte of the payload.</summary>
    /// <exception cref="ResultsException">UFR003: there is no such file, or it may not be read; UFR010: it is damaged.</exception>
    public static T Read<T>(string path, bool mustBeHashed, Func<FileStream, SafetensorsHeader, T> payload)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            return payload(file, SafetensorsHeader.Read(file, mustBeHashed));
        }
        catch (FormatException damaged)
        {
            throw new ResultsException("UFR010", $"{path} is no whole safetensors file: {damaged.Message}", "take it from a copy, or repeat the run with --force", damaged);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException("UFR003", $"{path} cannot be read: {missing.Message}", "repeat the run with --force", missing);
        }
    }
}
