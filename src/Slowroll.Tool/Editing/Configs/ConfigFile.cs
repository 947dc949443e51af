using Slowroll.Disk;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>A config that is edited in its file.</summary>
internal sealed class ConfigFile
{
    private readonly Snapshot _file;

    private ConfigFile(Snapshot file, TextFile text)
    {
        (_file, Text) = (file, text);
        Document = ConfigDocument.Read(text.Text, text.Encoding);
    }

    /// <summary>What was read.</summary>
    public TextFile Text { get; }

    /// <summary>The same as a config, which a program would take.</summary>
    public ConfigDocument Document { get; }

    /// <summary>The path as it was given, for messages.</summary>
    public string Path => MessageText.Path(Text.GivenPath);

    /// <summary>Reads a config.</summary>
    /// <param name="given">Its path.</param>
    /// <exception cref="UsageException">It is no path of a file.</exception>
    /// <exception cref="NotReadableException">It can't be read, or is nothing that a program would take.</exception>
    public static ConfigFile Read(string given)
    {
        if (given == "-")
        {
            throw new UsageException(
                "A config is edited in its file, and - is none. Give the path of the file; one that is called - "
                    + "is ./-.");
        }

        var path = FileArgument.Path(given, "A config that is edited");
        if (UrlText.Shown(path) != path)
            throw new NotReadableException($"'{UrlText.Hidden}' can't be edited: give the path of a file.");
        if (Directory.Exists(path) || RegularFile.WhatElse(path) is not null)
        {
            var what = RegularFile.WhatElse(path) ?? "a directory";
            throw new NotReadableException($"'{path}' is {what}. Name the file of a config.");
        }

        Snapshot file = new(path);
        var (bytes, error) = file.Read();
        ConfigFile config = new(
            file,
            new(path, bytes ?? throw new NotReadableException(error is null
                ? $"There is no file '{path}'. Name the file of a config."
                : $"'{path}' can't be edited: {error}"))
            {
                IsFile = true,
            });
        config.RefuseUnreadable();
        return config;
    }

    /// <summary>The file with another text, and the same byte order mark.</summary>
    /// <exception cref="EditRefusedException">A program would not take it.</exception>
    public TextFile With(string text)
    {
        var body = Text.Encoding.GetByteCount(Text.Text);
        TextFile after = new(
            Text.GivenPath, [.. Text.Bytes.Span[..(Text.Bytes.Length - body)], .. Text.Encoding.GetBytes(text)])
        {
            IsFile = true,
        };
        return RejectionOf(after.Bytes) is { } why
            ? throw new EditRefusedException($"'{Path}' was not changed: no program would take the result. {why}")
            : after;
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="NotReadableException">Somebody else has changed it since it was read, or it can't be
    /// written.</exception>
    public void Replace(TextFile after)
    {
        using EditTurn turn = new(_file.Path);
        var (now, error) = _file.Read();
        if (error is null && (now is null || !now.AsSpan().SequenceEqual(Text.Bytes.Span)))
        {
            throw new NotReadableException(
                $"'{Path}' was not changed: somebody else has changed it meanwhile. Call the command again.");
        }

        if ((error ?? _file.Replace(after.Bytes)) is { } why)
            throw new NotReadableException($"'{Path}' was not changed: {why}");
    }

    private void RefuseUnreadable()
    {
        if (Document.Error is { } fault)
            throw Unreadable(fault.Range.Start, fault.Message);

        DriftList problems = new();
        ConfigSettingsReader.Read(Document, problems);
        foreach (var flag in Document.Flags)
            ConfigSettingsReader.CheckControls(flag, problems);
        if (problems.All is [var first, ..])
            throw Unreadable(first.Range.Start, first.Arguments[0]);
        if (RejectionOf(Text.Bytes) is { } why)
            throw new NotReadableException($"'{Path}' can't be edited, since no program would take it. {why}");
    }

    private NotReadableException Unreadable(int at, string why)
    {
        var (line, column) = Text.PlaceOf(at);
        return new($"{Path}({line},{column}): the config can't be edited, since no program would take it: {why}");
    }

    private static string? RejectionOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var readable = SlowrollConfig.FromJson(bytes);
            return null;
        }
        catch (ConfigFormatException exception)
        {
            return exception.Message;
        }
    }
}
