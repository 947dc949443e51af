using System.CommandLine;
using Slowroll.Grammar;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing;

/// <summary><c>slowroll freeze</c>: no share of the config rises from now on.</summary>
internal sealed class FreezeCommand : EditCommand
{
    private readonly LeadOptions _lead;

    private readonly InstantOption _until = new("--until", "when it ends; without it 'slowroll unfreeze' ends it");

    private readonly Option<string> _reason = new("--reason")
    {
        HelpName = "text",
        Description = "why, for the people who read the config",
    };

    public FreezeCommand(Session session)
        : base(
            session,
            "freeze",
            "Stops all rollouts of a config where they are: adds a freeze to '$slowroll'. It is printed which flags "
                + "keep moving: rollbacks, falling shares and urgent flags.",
            "the instant that counts as now",
            "freeze app_features.json --reason \"end of the year\" --until \"2031-01-03 00:00Z\"")
    {
        AddConfig();
        _lead = new(this);
        Options.Add(_until);
        Options.Add(_reason);
    }

    protected override ConfigEdit Edit(ParseResult call, ConfigFile config)
    {
        var (now, lead) = (Now(call), _lead.Read(call));
        var from = ConfigTime.Later(now, lead);
        var until = _until.Find(call, Session.Clock) is { } given ? ConfigTime.MicrosecondsOf(given) : (long?)null;
        if (until <= from)
        {
            throw new UsageException(
                $"The freeze begins {TimeText(from)} and {_until.Name} is not later. Give a later end.");
        }

        var document = config.Document;
        if (Motion.OpenFreezes(document.Settings.Freezes) is [var (index, held), ..])
        {
            throw new EditRefusedException($"The config is frozen already, from {TimeText(held.From)} on, by "
                + $"'{ScheduleFields.Settings}.{RolloutFields.Freezes}[{index}]'"
                + $"{(held.Reason is { } reason ? $" (\"{Texts.OneLine.Of(reason)}\")" : "")}. To end it: slowroll "
                + "unfreeze.");
        }

        var freeze = FreezeEdit.Draft(from, until, call.GetValue(_reason));
        var (text, change) = document.Root!.Find(ScheduleFields.Settings)?.Value is JsonObject settings
            ? Append(config, settings, freeze)
            : (WithSettings(config, freeze), new(FieldAction.Added, new(RolloutFields.Freezes, 0)));
        return new(text, [change])
        {
            Effect = after => EffectOf(after, from, until ?? OpenTime.Never, document, now),
        };
    }

    private static (string Text, FieldChange Change) Append(ConfigFile config, JsonObject settings, JsonDraft freeze)
    {
        EditedJson edited = new(config.Text.Text, settings.Range);
        var change = FreezeEdit.Append(edited, freeze);
        return (edited.Text, change);
    }

    // At the beginning, but behind "$schema".
    private static string WithSettings(ConfigFile config, JsonDraft freeze)
    {
        var root = config.Document.Root!;
        EditedJson edited = new(config.Text.Text, root.Range);
        edited.Insert(
            found => found, root.AllMembers is [{ Name: "$schema" }, ..] ? 1 : 0, ScheduleFields.Settings,
            JsonDraft.Lines((RolloutFields.Freezes, JsonDraft.List(freeze))));
        return edited.Text;
    }

    private EditEffect EffectOf(ConfigDocument after, long from, long until, ConfigDocument before, long now)
    {
        FrozenFlags flags = new(after, before, from, TimeText);
        List<string> sentences =
        [
            $"From {TimeText(from)} on no share rises, "
                + (until == OpenTime.Never
                    ? "until somebody ends it: slowroll unfreeze."
                    : $"until {TimeText(until)}."),
            flags.Held.Count == 0 ? "No flag was moving that stands still by it."
                : $"{Amount.Of(flags.Held.Count, "flag stands", "flags stand")} still: "
                    + $"{Texts.OneLine.List(", ", flags.Held, flag => flag.Name)}.",
        ];
        if (flags.Moving.Count > 0)
        {
            sentences.Add("These keep moving: "
                + $"{Texts.OneLine.List(", ", flags.Moving, flag => $"{flag.Name} ({flag.Why})")}.");
        }

        var goesBack = from - now < LeadOptions.Usual
            ? flags.SwitchingUntil(ConfigTime.Later(now, LeadOptions.Usual))
            : null;
        if (goesBack is not null)
        {
            sentences.Add("Hosts that switch before they have seen it go back, if they poll every minute: "
                + (goesBack.Count == 0 ? "none." : $"{Texts.OneLine.List(", ", goesBack, Shown)}."));
        }

        return new(sentences)
        {
            From = from,
            Until = until,
            Flags = [.. flags.Held.Select(flag => flag.Name)],
            GoesBack = goesBack?.Select(one => one.Percent).DefaultIfEmpty(0).Max(),
            KeepMoving = [.. flags.Moving.Select(flag => flag.Name)],
        };
    }

    private static string Shown((string Name, double Percent) flag) =>
        $"up to {PercentText.Rough(flag.Percent)} of {flag.Name}";
}
