namespace Slowroll.Grammar;

/// <summary>Passes over what is wrong: it has been reported before.</summary>
internal readonly struct NoFaults<TValue> : IRolloutFaults<TValue> where TValue : struct, IJsonValue<TValue>
{
    public void Add(RolloutFault fault, TValue? place)
    {
    }

    public string? RefusalOf(TValue pattern) => null;
}
