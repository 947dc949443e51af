using Slowroll.Grammar;
using Slowroll.Schemas.Json;
using Slowroll.Tool.Editing.Layout;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>Writes freezes, and when they end.</summary>
internal static class FreezeEdit
{
    /// <summary>Adds a freeze to the list of a flag or of the settings.</summary>
    /// <param name="owner">The flag or the settings.</param>
    /// <param name="freeze">The freeze.</param>
    public static FieldChange Append(EditedJson owner, JsonDraft freeze)
    {
        // What is no list rejects the config, so nobody comes here with it.
        if (owner.Root.Find(RolloutFields.Freezes)?.Value is not JsonArray list)
        {
            owner.Set(RolloutFields.Freezes, JsonDraft.List(freeze));
            return new(FieldAction.Added, new(RolloutFields.Freezes, 0));
        }

        owner.Append(root => root.Find(RolloutFields.Freezes)!.Value, freeze);
        return new(FieldAction.Added, new(RolloutFields.Freezes, list.Items.Count));
    }

    /// <summary>A freeze.</summary>
    /// <param name="from">When it begins.</param>
    /// <param name="until">When it ends; null while nobody knows.</param>
    /// <param name="reason">What people write to it; null for nothing.</param>
    public static JsonDraft Draft(long from, long? until, string? reason) => JsonDraft.Object(
        (ScheduleFields.From, JsonDraft.Text(ConfigTime.Write(from))),
        (ScheduleFields.Until, until is { } end ? JsonDraft.Text(ConfigTime.Write(end)) : null),
        (ScheduleFields.Reason, reason is null ? null : JsonDraft.Text(reason)));

    /// <summary>Writes when a freeze ends, behind its <c>from</c>.</summary>
    /// <param name="owner">What is edited.</param>
    /// <param name="freeze">The way to the freeze in it.</param>
    /// <param name="until">When it ends.</param>
    public static FieldChange End(EditedJson owner, FieldPath freeze, long until)
    {
        var members = ((JsonObject)freeze.Find(owner.Root)!).AllMembers.Select(member => member.Name).ToList();
        owner.Insert(
            root => freeze.Find(root)!, members.LastIndexOf(ScheduleFields.From) + 1, ScheduleFields.Until,
            JsonDraft.Text(ConfigTime.Write(until)));
        return new(FieldAction.Added, new([.. freeze.Steps, ScheduleFields.Until]));
    }

    /// <summary>When a freeze without <c>until</c> can end at the earliest, from now on: one that has not begun lasts a
    /// second.</summary>
    public static long Earliest(Slowroll.Rollouts.Freeze freeze, long now) =>
        now > freeze.From ? now : ConfigTime.Later(freeze.From, 1_000_000);
}
