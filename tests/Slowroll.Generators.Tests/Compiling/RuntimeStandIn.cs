// The part of the runtime that generated code touches, until the tests refer to the runtime itself.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Slowroll;

public readonly struct HashKey
{
    public HashKey(string value) { }
    public static HashKey Host { get; }
}

public readonly record struct FlagKey<T>(string Section, string Key, T Default);

public readonly record struct Evaluation<T>;

public sealed class Flag<T>
{
    internal Flag(T value) => Value = value;
    private T Value { get; }
    public T Evaluate(string hashKey) => Value;
    public T Evaluate(in HashKey hashKey) => Value;
    public Evaluation<T> Explain(string hashKey) => default;
}

public sealed class SlowrollOptions { }

public interface IConfigSource { }

public sealed class SlowrollConfig : IAsyncDisposable, IDisposable
{
    public static SlowrollConfig Empty { get; } = new();
    public static string? LastLocalCacheName { get; private set; }

    public static Task<SlowrollConfig> OpenAsync(Uri url, string localCacheName, SlowrollOptions? options = null, CancellationToken cancellationToken = default)
    {
        LastLocalCacheName = localCacheName;
        return Task.FromResult(Empty);
    }

    public static Task<SlowrollConfig> OpenAsync(IConfigSource source, string localCacheName, SlowrollOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(Empty);

    public Flag<T> GetFlag<T>(FlagKey<T> key) => new(key.Default);
    public SlowrollConfig Freeze() => this;
    public void Dispose() { }
    public ValueTask DisposeAsync() => default;
}
