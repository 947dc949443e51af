using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Slowroll.AspNetCore.Reading;

namespace Slowroll.AspNetCore.Watching;

/// <summary>Looks at the configs of a host each second while somebody listens, and tells all listeners what has
/// changed.</summary>
/// <remarks>Without listeners it does nothing. A look costs a status for each config.</remarks>
/// <param name="configs">The configs.</param>
/// <param name="services">The host's services.</param>
/// <param name="most">How many may listen.</param>
/// <param name="log">The log, for a look that failed.</param>
/// <param name="stopping">Cancelled when the host stops.</param>
internal sealed class ChangeFeed(
    HostConfigs configs, IServiceProvider services, int most, ILogger log, CancellationToken stopping)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly object _joining = new();
    private PageEvent _last = new("", 0);
    private int _listeners;
    private bool _isLooking;

    /// <summary>How many listen.</summary>
    public int Listeners => Volatile.Read(ref _listeners);

    /// <summary>Begins to listen. Returns the event after which to wait for others; null if too many listen. Whoever
    /// gets one calls <see cref="Leave"/>.</summary>
    public PageEvent? Join()
    {
        lock (_joining)
        {
            if (_listeners >= most)
                return null;

            _listeners++;
            if (!_isLooking)
            {
                _isLooking = true;
                _ = Task.Run(LookAsync, CancellationToken.None);
            }

            return _last;
        }
    }

    /// <summary>Stops listening.</summary>
    public void Leave()
    {
        lock (_joining)
            _listeners--;
    }

    private async Task LookAsync()
    {
        try
        {
            // Flags that replace those of a config may belong to a scope.
            var scope = services.CreateAsyncScope();
            await using var end = scope.ConfigureAwait(false);
            await LookAsync(scope.ServiceProvider).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            lock (_joining)
                _isLooking = false;
            if (!stopping.IsCancellationRequested)
                PageLog.CannotLook(log, exception);
        }
    }

    private async Task LookAsync(IServiceProvider scope)
    {
        var seen = See(scope);
        while (IsAwaited())
        {
            await Task.Delay(Pause, stopping).ConfigureAwait(false);
            var now = See(scope);
            foreach (var kind in now.Zip(seen, (one, before) => one.ChangeSince(before)).OfType<string>().Distinct())
                _last = _last.Add(kind);
            seen = now;
        }
    }

    private bool IsAwaited()
    {
        lock (_joining)
            return _isLooking = _listeners > 0;
    }

    private List<SeenStatus> See(IServiceProvider scope) =>
        [.. configs.ReadStatuses(scope).Select(each => new SeenStatus(each.Status, each.PastSince))];
}
