namespace Slowroll.AspNetCore.Reading;

/// <summary>Keeps what was read of each config, so that many requests cost as much as one.</summary>
/// <remarks>One config is read at a time, whatever is asked. What was read is released five minutes after the last
/// request.</remarks>
internal sealed class OverviewCache(TimeProvider clock)
{
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(5);

    private readonly object _turns = new();
    private Dictionary<string, Overview> _known = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;
    private ITimer? _timer;

    /// <summary>The overview of a config now.</summary>
    public Task<Overview> GetAsync(string name, ConfigStatus status, CancellationToken cancellation)
    {
        lock (_turns)
        {
            KeepAwhile();
            if (Find(name, status) is { } known)
                return Task.FromResult(known);

            var reading = ReadAfterAsync(_last, name, status);
            _last = reading;
            return reading.WaitAsync(cancellation);
        }
    }

    /// <summary>Since when what was shown last of a config is out of date by the clock alone; null if it
    /// isn't.</summary>
    public long? PastSince(string name) =>
        Volatile.Read(ref _known).TryGetValue(name, out var known) && Now >= known.ValidUntil
            ? known.ValidUntil
            : null;

    private long Now => clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond;

    private Overview? Find(string name, ConfigStatus status) =>
        Volatile.Read(ref _known).TryGetValue(name, out var known) && known.IsOf(status, Now) ? known : null;

    // A large config takes a while: no thread waits for it, and it is read once for all requests that do.
    private async Task<Overview> ReadAfterAsync(Task before, string name, ConfigStatus status)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        if (Find(name, status) is { } found)
            return found;

        var known = Volatile.Read(ref _known);
        var read = Overview.Of(status, Now, known.GetValueOrDefault(name));
        Volatile.Write(ref _known, new(known, StringComparer.Ordinal) { [name] = read });
        return read;
    }

    private void KeepAwhile()
    {
        if (_timer?.Change(ForgottenAfter, Timeout.InfiniteTimeSpan) != true)
            _timer = clock.CreateTimer(_ => Forget(), null, ForgottenAfter, Timeout.InfiniteTimeSpan);
    }

    private void Forget()
    {
        lock (_turns)
        {
            if (_last.IsCompleted)
                (_known, _last) = (new(StringComparer.Ordinal), Task.CompletedTask);
        }
    }
}
