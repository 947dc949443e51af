using System.CommandLine;
using System.Text.Json;
using Slowroll.Caching;
using Slowroll.Planning.Texts;
using Slowroll.Sources;
using Slowroll.Texts;
using Slowroll.Tool.Caches;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Locks;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Status;

/// <summary><c>slowroll status</c>: which configs and locks programs keep on this machine.</summary>
internal sealed class StatusCommand : ToolCommand
{
    private readonly Argument<string[]> _urls = new("url")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "URLs: a cached config whose source is one of them is shown with it. A file has only a hash",
    };

    private readonly Option<string> _cacheDirectory = new("--cache-dir")
    {
        HelpName = "folder",
        Description = "the folder of cached configs; that of the system",
    };

    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json);

    public StatusCommand(Session session)
        : base(
            session,
            "status",
            "Lists the configs that programs of this user keep on this machine, with ETag, age and number of flags, "
                + "and the locks files.",
            "status",
            "status https://example.com/app_features.json --format json")
    {
        Arguments.Add(_urls);
        Options.Add(_cacheDirectory);
        Options.Add(_format);
    }

    protected override Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var format = _format.Read(call);
        var urls = (call.GetValue(_urls) ?? []).Select(UrlOf).DistinctBy(url => url.Hash)
            .ToDictionary(url => url.Hash, url => url.Name);
        var folder = CacheFolder.Find(call.GetValue(_cacheDirectory));
        var configs = folder.Configs();
        LocksReport[] locks = [.. folder.LocksFiles().Select(path => LocksReport.Of(path, environment: null))];
        if (format == OutputFormat.Json)
            JsonResult.Print(Session.Output, writer => Write(writer, folder, configs, locks, urls));
        else
            Print(folder, configs, locks, urls);
        var isFine = configs.All(config => config.WhyNot is null) && locks.All(each => each.Faults.Count == 0);
        return Task.FromResult(isFine ? ExitCode.Success : ExitCode.Found);
    }

    private void Print(
        CacheFolder folder, IReadOnlyList<CachedFile> configs, LocksReport[] locks, Dictionary<string, string> urls)
    {
        var output = Session.Output;
        output.WriteLine($"{OneLine.Escaped(folder.Path)}: {Amount.Of(configs.Count, "cached config")}");
        foreach (var config in configs)
        {
            output.WriteLine($"  {OneLine.Of(config.Name)}{(UrlOf(config, urls) is { } url ? $" from {url}" : "")}");
            output.WriteLine(config.ConfirmedAt is { } confirmed && config.WhyNot is null
                ? $"    {Amount.Of(config.Flags, "flag")}, ETag {OneLine.Of(config.ETag ?? "none")}, last confirmed "
                    + $"{Session.TimeText(Second(confirmed))}, {Countdown.Of(confirmed, Session.Clock.GetUtcNow())}"
                : $"    {OneLine.Escaped(config.Path)} isn't used: it {config.WhyNot}");
        }

        foreach (var report in locks)
        {
            output.WriteLine($"  {OneLine.Escaped(report.Path!)}");
            foreach (var each in report.Locks)
                output.WriteLine($"    {each}");
            foreach (var fault in report.Faults)
                output.WriteLine($"    {OneLine.Message(fault)}");
            if (report.Locks.Count + report.Faults.Count == 0)
                output.WriteLine("    No flag is locked.");
        }
    }

    private static void Write(
        Utf8JsonWriter writer, CacheFolder folder, IReadOnlyList<CachedFile> configs, LocksReport[] locks,
        Dictionary<string, string> urls)
    {
        writer.WriteStartObject();
        writer.WriteString("folder", folder.Path);
        writer.WriteStartArray("configs");
        foreach (var config in configs)
        {
            writer.WriteStartObject();
            writer.WriteString("file", config.Path);
            writer.WriteString("name", config.Name);
            writer.WriteString("url", UrlOf(config, urls));
            writer.WriteString("sourceHash", config.Source);
            writer.WriteString("etag", config.ETag is { } etag ? OneLine.Of(etag) : null);
            JsonResult.WriteInstant(writer, "confirmedAt", config.ConfirmedAt);
            writer.WriteNumber("flags", config.Flags);
            writer.WriteNumber("bytes", config.Length);
            writer.WriteString("notUsedBecause", config.WhyNot);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("locksFiles");
        foreach (var report in locks)
            LocksJson.Write(writer, report);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static DateTimeOffset Second(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));

    private static string? UrlOf(CachedFile config, Dictionary<string, string> urls) =>
        config.Source is { } source && urls.TryGetValue(source, out var url) ? url : null;

    private static (string Hash, string Name) UrlOf(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var url) && UrlText.IsHttp(url)
            ? (CacheFile.IdentityOf(UrlIdentity.Of(url)), UrlText.NameOf(url))
            : throw new UsageException(
                $"'{OneLine.Of(UrlText.Shown(given))}' is no URL that a config can be fetched from. Write it like "
                    + "https://example.com/app_features.json.");
}
