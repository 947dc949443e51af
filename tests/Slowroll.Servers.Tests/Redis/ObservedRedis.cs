using System.Collections.Concurrent;
using System.Reflection;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>A connection of the program that passes each call on, counts it, and answers some calls itself.</summary>
public class ObservedRedis : DispatchProxy
{
    private readonly ConcurrentDictionary<string, int> _calls = new();
    private object _real = null!;
    private Func<string, object?> _answer = static _ => null;
    private ObservedRedis? _root;

    /// <summary>Wraps a connection.</summary>
    /// <param name="redis">The real one.</param>
    /// <param name="answer">Gives the task that a method of the database or of the subscriber returns; null for what
    /// the real one does.</param>
    public static IConnectionMultiplexer Of(IConnectionMultiplexer redis, Func<string, object?>? answer = null)
    {
        var wrapped = Create<IConnectionMultiplexer, ObservedRedis>();
        var observed = (ObservedRedis)(object)wrapped;
        observed._real = redis;
        observed._answer = answer ?? observed._answer;
        return wrapped;
    }

    /// <summary>How often a method was called.</summary>
    public static int CallsOf(IConnectionMultiplexer wrapped, string method) =>
        ((ObservedRedis)(object)wrapped)._calls.GetValueOrDefault(method);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var root = _root ?? this;
        root._calls.AddOrUpdate(targetMethod!.Name, 1, static (_, before) => before + 1);
        if (root._answer(targetMethod.Name) is { } answer)
            return answer;

        try
        {
            return targetMethod.Invoke(_real, args) switch
            {
                IDatabase database => Inner<IDatabase>(database, root),
                ISubscriber subscriber => Inner<ISubscriber>(subscriber, root),
                var result => result,
            };
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    private static T Inner<T>(T real, ObservedRedis root) where T : class
    {
        var wrapped = Create<T, ObservedRedis>();
        var observed = (ObservedRedis)(object)wrapped;
        observed._real = real;
        observed._root = root;
        return wrapped;
    }
}
