using System.Text;

namespace Slowroll.Tests;

/// <summary>A source that answers what the test says, and remembers what it was asked.</summary>
internal sealed class ScriptedSource : IConfigSource
{
    private readonly List<string?> _asked = [];

    public Func<string?, CancellationToken, ValueTask<FetchResult>> Answer { get; set; } =
        (_, _) => ValueTask.FromResult(FetchResult.Failed("nothing to say"));

    public string Name => "script";

    /// <summary>The ETag of each fetch so far.</summary>
    public IReadOnlyList<string?> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    public void Sends(string json, string? etag = null) =>
        Answer = (_, _) => ValueTask.FromResult(FetchResult.Fresh(Encoding.UTF8.GetBytes(json), etag));

    public void Fails(string error) => Answer = (_, _) => ValueTask.FromResult(FetchResult.Failed(error));

    public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        lock (_asked)
            _asked.Add(etag);
        return Answer(etag, cancellationToken);
    }

    /// <summary>A config with one flag that has one value.</summary>
    public static string Config(int value) => $$$"""{"s": {"f": {"stable": {{{value}}} } } }""";
}
