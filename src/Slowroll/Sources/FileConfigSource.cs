using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Slowroll.Disk;
using Slowroll.Sources;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>A config in a file: mounted, synchronized, or written by another program.</summary>
/// <remarks>A writer is never blocked. It should write another file and rename it over this one, so that nobody reads a
/// file that is half written; such a file counts as a broken config, and the last good one stays. Links are followed.
/// What is no regular file (a named pipe, a device, a socket, a directory) is rejected and not opened. A disk that
/// hangs blocks one thread, however often the file is read.</remarks>
[UnsupportedOSPlatform("browser")]
public sealed class FileConfigSource : IConfigSource
{
    private readonly string _path;
    private readonly long _maxBytes;
    private readonly object _gate = new();
    private Task _reading = Task.CompletedTask;

    /// <summary>A source that reads a file. It needn't exist yet.</summary>
    /// <param name="path">Its path; a relative one counts from the directory that is current now.</param>
    /// <param name="options">Its <see cref="SlowrollOptions.MaxConfigBytes"/> counts here.</param>
    /// <exception cref="ArgumentException">The path is empty, has a NUL in it, or is a URL, which isn't
    /// shown.</exception>
    public FileConfigSource(string path, SlowrollOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (UrlText.IsUrl(path))
        {
            // Otherwise the URL would be shown as a path in every log, with its password.
            throw new ArgumentException(
                "The config's path is a URL: give a config behind an http or https URL to HttpConfigSource, and of "
                    + "one in a file the path.",
                nameof(path));
        }

        _path = Path.GetFullPath(path);
        _maxBytes = (options ?? new SlowrollOptions()).MaxConfigBytes;
    }

    /// <summary>The file's full path.</summary>
    public string Name => _path;

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var body = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (body is null)
            {
                return FetchResult.Failed(
                    $"{_path} is longer than allowed: at "
                        + $"most {_maxBytes} bytes (SlowrollOptions.MaxConfigBytes) are read.");
            }

            // Length and time of the file are not enough: an edit in the same tick of the clock may keep both, and some
            // tools set the time back. Hashing a file this small takes less time than reading it.
            var hash = Convert.ToHexString(SHA256.HashData(body));
            return hash == etag ? FetchResult.NotModified : FetchResult.Fresh(body, hash);
        }
        catch (NoRegularFileException exception)
        {
            return FetchResult.Failed($"{_path} {exception.Message}");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return FetchResult.Failed(
                $"{_path} doesn't exist: create it, or give the path where the config is.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FetchResult.Failed($"{_path} can't be read: {exception.Message} Check its permissions.", exception);
        }
    }

    // Opening a file may block its thread for ever: no second thread is used before the first has ended.
    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        Task<byte[]?>? reading;
        while (!TryBegin(out reading, out var before))
            await Task.WhenAny(before).WaitAsync(cancellationToken).ConfigureAwait(false);

        return await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool TryBegin([NotNullWhen(true)] out Task<byte[]?>? reading, out Task before)
    {
        lock (_gate)
        {
            before = _reading;
            reading = before.IsCompleted ? DiskWork.RunOften(ReadFileAsync).Unwrap() : null;
            _reading = reading ?? before;
            return reading is not null;
        }
    }

    private Task<byte[]?> ReadFileAsync() => SwappedLinks.ReadAsync(ReadFileOnceAsync);

    private async Task<byte[]?> ReadFileOnceAsync()
    {
        if (RegularFile.WhatElse(_path) is { } what)
            throw new NoRegularFileException(what);

        var stream = new FileStream(_path, new FileStreamOptions
        {
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        });
        await using var _ = stream.ConfigureAwait(false);
        if (!stream.CanSeek)
            throw new NoRegularFileException("something else than a file");

        return stream.Length > _maxBytes
            ? null
            : await CappedReader.ReadAsync(stream, _maxBytes, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>What is at the path is no file that may be opened or read.</summary>
    private sealed class NoRegularFileException(string what) : Exception(what == "a directory"
        ? $"is {what}: give the path of the config's file in it."
        : $"is {what}, which isn't opened: a config is read from a regular file, or from what links lead to. For "
            + "anything else write "
            + "a source of your own (ConfigSource.From).");
}
