using System.Security.Cryptography;

namespace Unfold.Engine.Data;

/// <summary>Downloads a dataset's published files. A file is there with the published checksum, or it is not there.</summary>
/// <param name="client">Sends the requests.</param>
public sealed class DataFetcher(HttpClient client)
{
    private const int BufferLength = 1 << 16;

    /// <summary>Fetches what is missing.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="target">The data folder; the files go to the dataset's folder in it.</param>
    /// <param name="progress">Told how far each file is.</param>
    /// <param name="cancellation">Stops it; nothing half-written stays.</param>
    /// <returns>The folder of the files.</returns>
    /// <exception cref="UnfoldException">UFD006: no mirror gave a file; UFD007: the folder cannot be written.</exception>
    public string Fetch(IFetchableDataset dataset, string target, Action<FetchProgress> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(progress);
        var folder = Path.Combine(target, dataset.FolderName);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in dataset.Files)
                Fetch(file, Path.Combine(folder, file.Name), progress, cancellation);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new UnfoldException("UFD007", $"{folder} cannot be written: {denied.Message}", "choose another folder with --to", denied);
        }

        return folder;
    }

    /// <summary>Whether a file is there with its published checksum.</summary>
    public static bool IsPresent(DataFile file, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!File.Exists(path) || new FileInfo(path).Length != file.Length)
            return false;
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
    }

    private void Fetch(DataFile file, string path, Action<FetchProgress> progress, CancellationToken cancellation)
    {
        if (IsPresent(file, path))
        {
            progress(new FetchProgress(file.Name, file.Length, file.Length));
            return;
        }

        var refusals = new List<string>();
        foreach (var mirror in file.Mirrors)
        {
            if (Download(file, mirror, path, progress, cancellation) is not { } refusal)
                return;
            refusals.Add($"{mirror}: {refusal}");
        }

        throw new UnfoldException(
            "UFD006",
            $"no mirror gave {file.Name}: {string.Join("; ", refusals)}",
            $"try again later, or put the file into {Path.GetDirectoryName(path)} by hand");
    }

    /// <returns>Why the mirror did not give the file, or null.</returns>
    private string? Download(DataFile file, Uri mirror, string path, Action<FetchProgress> progress, CancellationToken cancellation)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, mirror), HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode)
                return $"{(int)response.StatusCode} {response.ReasonPhrase}";
            using var body = response.Content.ReadAsStream(cancellation);
            var (received, sha256) = Store(body, temporary, file, progress, cancellation);
            if (received != file.Length)
                return $"{received} bytes in place of {file.Length}";
            if (sha256 != file.Sha256)
                return $"SHA-256 {sha256} in place of {file.Sha256}";
            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception failed) when (failed is HttpRequestException or HttpIOException || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return failed.Message;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // A connection that breaks is the mirror's fault, not the folder's.
    private static int Read(Stream body, byte[] buffer)
    {
        try
        {
            return body.Read(buffer);
        }
        catch (IOException broken)
        {
            throw new HttpRequestException($"the connection broke: {broken.Message}", broken);
        }
    }

    // One byte more than announced is enough to know that it is another file.
    private static (long Received, string Sha256) Store(Stream body, string path, DataFile file, Action<FetchProgress> progress, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(path, FileMode.CreateNew);
        var buffer = new byte[BufferLength];
        long received = 0;
        for (int read; received <= file.Length && (read = Read(body, buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            stream.Write(buffer.AsSpan(0, read));
            hash.AppendData(buffer.AsSpan(0, read));
            received += read;
            progress(new FetchProgress(file.Name, received, file.Length));
        }

        stream.Flush(flushToDisk: true);
        return (received, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
