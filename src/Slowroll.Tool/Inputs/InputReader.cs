using Slowroll.Disk;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Inputs;

/// <summary>Reads what a call names: files, URLs, and <c>-</c> for the standard input.</summary>
internal sealed class InputReader(Session session)
{
    /// <summary>How the standard input is named in messages.</summary>
    public const string StandardInput = "(standard input)";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private bool _hasReadStandardInput;

    /// <summary>Reads a file, a URL, or the standard input.</summary>
    /// <param name="given">The path, the URL, or <c>-</c>.</param>
    /// <param name="what">What it is, at the beginning of a sentence.</param>
    /// <param name="cancellation">Ends a fetch.</param>
    /// <exception cref="UsageException">It is no path and no URL that can be fetched.</exception>
    /// <exception cref="NotReadableException">It can't be read.</exception>
    public async Task<TextFile> ReadAsync(string given, string what, CancellationToken cancellation)
    {
        if (given == "-")
            return new(StandardInput, await ReadStandardInputAsync(what, cancellation).ConfigureAwait(false));

        return UrlText.IsUrl(given)
            ? await FetchAsync(given, what, cancellation).ConfigureAwait(false)
            : ReadFile(given, what);
    }

    /// <summary>Reads a file.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static TextFile ReadFile(string given, string what)
    {
        var path = FileArgument.Path(given, what);
        if (Directory.Exists(path))
        {
            throw new NotReadableException(
                $"'{path}' is a directory. Name the files in it; if none of them is a schema, "
                    + $"write {Path.Combine(path, "*.json")}.");
        }

        try
        {
            // A pipe is read: shells pass the output of a command in one. A device may have no end.
            return RegularFile.WhatElse(path) is "a device"
                ? throw new NotReadableException($"'{path}' is a device. Name a file.")
                : new(path, File.ReadAllBytes(path)) { IsFile = true };
        }
        catch (Exception exception) when (exception is ArgumentException || DiskFault.Is(exception))
        {
            // The message has the path in it.
            throw new NotReadableException(UrlText.Shown(path) == path
                ? $"'{path}' can't be read: {exception.Message}"
                : $"'{UrlText.Hidden}' can't be read: give the path of a file.");
        }
    }

    private static async Task<TextFile> FetchAsync(string given, string what, CancellationToken cancellation)
    {
        // It isn't shown: even a text that is no URL may have a password in it.
        if (!Uri.TryCreate(given, UriKind.Absolute, out var url) || !UrlText.IsHttp(url))
        {
            throw new UsageException($"{what} is given as an address that is neither http nor https. Write it like "
                + "https://example.com/app_features.json, or give the path of a file.");
        }

        using HttpConfigSource source = new(url);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            var fetched = await source.FetchAsync(etag: null, limit.Token).ConfigureAwait(false);
            return fetched.Kind == FetchKind.Fresh
                ? new(source.Name, fetched.Utf8Json.ToArray())
                : throw new NotReadableException(fetched.Error ?? $"{source.Name} gave no config.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new NotReadableException(
                $"{source.Name} gave no complete answer within {TimeLimit.TotalSeconds} seconds: check that it can be "
                    + "reached.");
        }
    }

    private async Task<byte[]> ReadStandardInputAsync(string what, CancellationToken cancellation)
    {
        if (_hasReadStandardInput)
        {
            throw new UsageException(
                $"{what} is given as -, and so is something else. The standard input has one text.");
        }

        _hasReadStandardInput = true;
        using MemoryStream bytes = new();
        try
        {
            var input = session.Input();
            await using (input.ConfigureAwait(false))
                await input.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            throw new NotReadableException($"The standard input can't be read: {exception.Message}");
        }

        return bytes.ToArray();
    }
}
