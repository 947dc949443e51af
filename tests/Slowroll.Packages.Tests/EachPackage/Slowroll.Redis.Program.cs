// Sdk: Microsoft.NET.Sdk
using Slowroll;

// Nobody listens there: the client says so, and nothing is thrown.
await using var source = new RedisConfigSource("127.0.0.1:1,connectTimeout=500", "flags");
var result = await source.FetchAsync(etag: null, CancellationToken.None);
Console.WriteLine(result.Kind == FetchKind.Failed && source.Name.StartsWith("flags of Redis") ? "works" : $"{result}");
