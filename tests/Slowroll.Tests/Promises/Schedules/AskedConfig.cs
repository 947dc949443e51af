namespace Slowroll.Tests.Promises.Schedules;

/// <summary>A random config that is asked at instants in any order.</summary>
internal sealed class AskedConfig
{
    private readonly Clock _clock = new();
    private readonly Flag<int> _flag;

    public AskedConfig(RandomConfig config) => _flag = config.ToConfig(_clock).GetFlag("s", "f", -1);

    /// <summary>Whether the flag can be read.</summary>
    public bool IsValid => ExplainAt("anybody", RandomConfig.Origin).Reason != EvaluationReason.Invalid;

    /// <summary>Whether a hash key is on <c>new</c>.</summary>
    public bool IsNew(string hashKey, DateTimeOffset instant)
    {
        _clock.Now = instant;
        return _flag.Evaluate(hashKey) == 1;
    }

    /// <summary>What Explain says at an instant; the same side as a read.</summary>
    public Evaluation<int> ExplainAt(string hashKey, DateTimeOffset instant)
    {
        _clock.Now = instant;
        return _flag.Explain(hashKey);
    }

    /// <summary>The first instant on <c>new</c> between one on <c>stable</c> and one on <c>new</c>, by reads
    /// alone.</summary>
    public DateTimeOffset SwitchBetween(string hashKey, DateTimeOffset stable, DateTimeOffset @new)
    {
        while (@new.UtcTicks - stable.UtcTicks > 1)
        {
            var middle = stable.AddTicks((@new.UtcTicks - stable.UtcTicks) / 2);
            if (IsNew(hashKey, middle))
                @new = middle;
            else
                stable = middle;
        }

        return @new;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = RandomConfig.Origin;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
