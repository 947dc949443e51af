using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Comparing;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Editing;

/// <summary>Prints what an edit has done, and what it leads to.</summary>
/// <param name="session">Where to.</param>
/// <param name="command">The command's name.</param>
/// <param name="isJson">Whether as JSON.</param>
/// <param name="isDryRun">Whether nothing was written.</param>
internal sealed class EditReport(Session session, string command, bool isJson, bool isDryRun)
{
    private static readonly string[] NoTexts = [];

    public bool IsDryRun => isDryRun;

    public void Print(ConfigEdit edit, EditedConfig config, DateTimeOffset at)
    {
        var after = config.AfterDocument;
        var effect = edit.Effect(after);
        var lines = edit.Changes.Select(change => LineOf(change, edit, config, after)).ToList();
        var diff = ConfigDiff.Of(
            config.BeforeDocument, after, at, hosts: null, Hashers.Sha1, isJson ? InstantText.Of : session.TimeText);
        if (isJson)
        {
            PrintJson(edit, effect, lines, config, diff);
            return;
        }

        session.Output.WriteLine(OneLine.Message($"{MessageText.Path(config.Before.GivenPath)}: {Did(edit, lines)}"));
        foreach (var sentence in effect.Sentences)
            session.Output.WriteLine(OneLine.Message(sentence));
        session.Output.WriteLine("");
        DiffText.Print(diff, config.After, session);
    }

    /// <summary>Prints that nothing was done; as text, the error says it alone.</summary>
    public void PrintRefusal(string config, string? flag, string why)
    {
        if (!isJson)
            return;

        session.Output.WriteLine(JsonResult.Of(new
        {
            Command = command,
            Config = config,
            Flag = flag,
            IsWritten = false,
            RefusedBecause = why,
            Changes = NoTexts,
            From = (string?)null,
            Until = (string?)null,
            Shares = NoTexts,
            GoesBack = (double?)null,
            Flags = (string?)null,
            KeepMoving = (string?)null,
            Sentences = NoTexts,
            Diff = (string?)null,
        }));
    }

    private string Did(ConfigEdit edit, List<int?> lines)
    {
        var parts = edit.Changes.Select((change, at) => (change.Action, Text: $"'{change.Path}'"
                + (lines[at] is { } line ? $" (line {line})" : "")))
            .GroupBy(change => change.Action)
            .Select(group => $"{(isDryRun ? VerbOf(group.Key) : PastOf(group.Key))} "
                + OneLine.List(", ", [.. group], change => change.Text));
        var whose = edit.Flag is { } flag ? $"{flag.Path}: " : $"{ScheduleFields.Settings}: ";
        return $"{whose}{(isDryRun ? "would " : "")}{string.Join("; ", parts)}."
            + (isDryRun ? " Nothing was written (--dry-run)." : "");
    }

    // Of what is gone there is the line in which it was.
    private static int? LineOf(FieldChange change, ConfigEdit edit, EditedConfig config, ConfigDocument after)
    {
        var isGone = change.Action == FieldAction.Removed;
        var owner = edit.Flag is not { } flag ? after.Root?.Find(ScheduleFields.Settings)?.Value
            : isGone ? flag.Member.Value
            : after.Find(flag.Section, flag.Key)?.Member.Value;
        return change.Path.PlaceIn(owner) is { } place
            ? (isGone ? config.Before : config.After).PlaceOf(place).Line
            : null;
    }

    private void PrintJson(
        ConfigEdit edit, EditEffect effect, List<int?> lines, EditedConfig config, ConfigDiff diff) =>
        session.Output.WriteLine(JsonResult.Of(
            new
            {
                Command = command,
                Config = config.Before.GivenPath,
                Flag = edit.Flag is { } flag ? $"{flag.Section}.{flag.Key}" : null,
                IsWritten = !isDryRun,
                RefusedBecause = (string?)null,
                Changes = edit.Changes.Select((change, at) => new
                {
                    Action = PastOf(change.Action),
                    Field = change.Path.ToString(),
                    Line = lines[at],
                }),
                From = InstantOf(effect.From),
                Until = InstantOf(effect.Until),
                Shares = effect.Shares.Select(share => new { share.Group, Percent = Rounded(share.Percent) }),
                GoesBack = effect.GoesBack is { } percent ? Rounded(percent) : (double?)null,
                effect.Flags,
                effect.KeepMoving,
                effect.Sentences,
                Diff = JsonSerializer.Deserialize<JsonElement>(DiffJson.Of(diff, config.After)),
            }));

    // A single host of four billion is nobody.
    private static double Rounded(double percent) => Math.Round(percent, 6);

    private static DateTimeOffset? InstantOf(long? instant) =>
        instant is { } known ? ShortTime.InstantOf(known) : null;

    private static string PastOf(FieldAction action) => action switch
    {
        FieldAction.Added => "added",
        FieldAction.Replaced => "replaced",
        _ => "removed",
    };

    private static string VerbOf(FieldAction action) => action switch
    {
        FieldAction.Added => "add",
        FieldAction.Replaced => "replace",
        _ => "remove",
    };
}
