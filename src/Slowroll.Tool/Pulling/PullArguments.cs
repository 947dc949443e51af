using System.Globalization;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Pulling;

/// <summary>What a pull is called with.</summary>
/// <param name="Url">The live config.</param>
/// <param name="File">The snapshot's path.</param>
/// <param name="ETagFile">The path of the file for its version; null for none.</param>
/// <param name="Timeout">Seconds; null or empty for the usual time.</param>
internal sealed record PullArguments(string Url, string File, string? ETagFile, string? Timeout)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The pull.</summary>
    /// <exception cref="UsageException">They can't be used.</exception>
    public Pull Read()
    {
        var source = ReadUrl(Url);
        Snapshot snapshot = new(FileArgument.Path(File, "The snapshot"));
        var versionFile = ETagFile is { } path ? FileArgument.Path(path, "What --etag-file names") : null;
        if (versionFile is not null && Path.GetFullPath(versionFile) == snapshot.Path)
        {
            throw new UsageException(
                "What --etag-file names is the snapshot itself. Store the version in another file.");
        }

        return new(source, snapshot) { ETagFile = versionFile, TimeLimit = ReadTimeLimit(Timeout) };
    }

    // It isn't shown: even a text that is no URL may have a password in it.
    private static Uri ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && UrlText.IsHttp(url)
            ? url
            : throw new UsageException(
                "That is no http or https address. Write it like https://example.com/app_features.json.");

    private static TimeSpan ReadTimeLimit(string? seconds) => seconds switch
    {
        null or "" => Pull.DefaultTimeLimit,
        _ when double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= Longest.TotalSeconds => TimeSpan.FromSeconds(number),
        _ => throw new UsageException(
            $"The --timeout '{OneLine.Of(UrlText.Shown(seconds))}' is no number of seconds, up to a day's. Write "
                + "it like 30."),
    };
}
