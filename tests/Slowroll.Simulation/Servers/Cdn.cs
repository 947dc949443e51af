namespace Slowroll.Simulation.Servers;

/// <summary>Caches in front of a server. Each keeps an answer until it expires, and serves its part of the
/// clients.</summary>
internal sealed class Cdn : IServer
{
    private readonly IServer _origin;
    private readonly int _maxAge;
    private readonly byte[] _versions;
    private readonly int[] _expiries;

    /// <param name="origin">What is asked for what has expired.</param>
    /// <param name="maxAge">How long an answer is valid.</param>
    /// <param name="caches">How many caches there are. They expire one after the other.</param>
    public Cdn(IServer origin, TimeSpan maxAge, int caches)
    {
        (_origin, _maxAge) = (origin, (int)maxAge.TotalMilliseconds);
        _versions = [.. Enumerable.Repeat(Server.Old, caches)];
        _expiries = [.. Enumerable.Range(0, caches).Select(cache => (int)((long)_maxAge * (cache + 1) / caches))];
    }

    /// <inheritdoc/>
    public Answer Ask(int millisecond, int client)
    {
        var cache = client % _versions.Length;
        if (millisecond >= _expiries[cache])
        {
            var answer = _origin.Ask(millisecond, client);
            if (answer.IsFailure)
                return answer;
            (_versions[cache], _expiries[cache]) = (answer.Version, millisecond + _maxAge);
        }

        return new(_versions[cache]) { MaxAge = TimeSpan.FromMilliseconds(_expiries[cache] - millisecond) };
    }
}
