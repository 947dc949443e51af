namespace Slowroll.Tool.Pulling;

/// <summary>A file that holds what a live config once was.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Url">Where the live config is.</param>
internal sealed record Snapshot(string Path, Uri Url)
{
    /// <exception cref="UsageException">The URL is none of a config.</exception>
    public static Snapshot Of(string path, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? new(path, uri)
            : throw new UsageException($"The URL for '{path}' is not an absolute one such as https://example.com/app_features.json.");

    /// <summary>Reads lines of a path, a tab and a URL; empty lines are passed over.</summary>
    /// <exception cref="UsageException">The list can't be read.</exception>
    public static IReadOnlyList<Snapshot> ReadList(string list)
    {
        try
        {
            return
            [
                .. File.ReadAllLines(list).Where(line => line.Length > 0).Select(line => line.Split('\t') is [var path, var url]
                    ? Of(path, url)
                    : throw new UsageException($"'{list}' has a line that isn't a file, a tab and a URL: '{line}'.")),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The list can't be read: {exception.Message}");
        }
    }

    /// <summary>Its bytes; null if it isn't there yet.</summary>
    public byte[]? Read()
    {
        try
        {
            return File.ReadAllBytes(Path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes it whole or not at all: beside its place, and then into it.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        // A link stays one.
        var target = (File.Exists(Path) ? File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName : null) ?? System.IO.Path.GetFullPath(Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = File.Create(temporary))
                stream.Write(bytes);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
