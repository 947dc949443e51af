namespace QuickStart;

/// <summary>A clock that the story moves. Only decisions go by it: polling goes on in real time.</summary>
internal sealed class StoryClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public void MoveTo(DateTimeOffset instant) => Volatile.Write(ref _ticks, instant.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
}
