using System.Text.Json;
using Slowroll.Disk;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Pulling;

/// <summary>Stores a snapshot's version. Without the file, the config is fetched in full once.</summary>
internal sealed class VersionFile(string path)
{
    /// <summary>The ETag to send: only if the snapshot has exactly the bytes that came with it from this URL; else
    /// null.</summary>
    public string? Find(Uri url, byte[]? snapshot) =>
        snapshot is not null && Read() is { ETag: { } etag } kept && kept == PulledVersion.Of(url, snapshot, etag)
            ? etag
            : null;

    /// <summary>Stores the version of what was fetched.</summary>
    /// <returns>Null, or a sentence that says why it can't be stored.</returns>
    public string? Keep(Uri url, FetchResult fetched)
    {
        // Else a device would be deleted or written, and writing to a pipe would wait for ever.
        if (RegularFile.WhatElse(path) is { } what)
            return NotKept($"it is {what}");

        try
        {
            if (fetched.ETag is not { } etag)
            {
                if (File.Exists(path))
                    File.Delete(path);
                return null;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var version = PulledVersion.Of(url, fetched.Utf8Json.Span, etag);
            File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(version));
            return null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return NotKept(exception.Message.TrimEnd('.'));
        }
    }

    private string NotKept(string why) =>
        $"The config's version can't be stored in '{path}' "
            + $"({why}). The snapshot is right; the next pull fetches it in full.";

    // What can't be read counts as missing: the config is then fetched in full.
    private PulledVersion? Read()
    {
        if (RegularFile.WhatElse(path) is not null)
            return null;

        try
        {
            return JsonSerializer.Deserialize<PulledVersion>(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is JsonException || DiskFault.Is(exception))
        {
            return null;
        }
    }
}
