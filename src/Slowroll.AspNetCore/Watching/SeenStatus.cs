namespace Slowroll.AspNetCore.Watching;

/// <summary>What was seen of a config, to notice what changes.</summary>
internal sealed record SeenStatus(ConfigStatus Status, long? PastSince)
{
    /// <summary>What has changed since an earlier look; null for nothing.</summary>
    public string? ChangeSince(SeenStatus earlier)
    {
        var (now, before) = (Status, earlier.Status);
        return !now.Utf8Json.Equals(before.Utf8Json) || now.ETag != before.ETag || now.Origin != before.Origin
                ? "config"
            : !ReferenceEquals(now.Locks, before.Locks) && !now.Locks.SequenceEqual(before.Locks) ? "locks"
            : now.ConfirmedAt != before.ConfirmedAt
                || now.ConsecutiveFailures != before.ConsecutiveFailures
                || now.LastError != before.LastError
                || now.RampsStoppedAt != before.RampsStoppedAt
                || (now.NextPollAt is not null && now.NextPollAt != before.NextPollAt) ? "status"
            : PastSince is not null && PastSince != earlier.PastSince ? "state"
            : null;
    }
}
