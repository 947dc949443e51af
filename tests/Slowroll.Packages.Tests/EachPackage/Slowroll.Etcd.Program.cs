// Sdk: Microsoft.NET.Sdk
using Slowroll;

// Nobody listens there: the client says so, and nothing is thrown.
using var source = new EtcdConfigSource("http://127.0.0.1:1", "flags");
var result = await source.FetchAsync(etag: null, CancellationToken.None);
Console.WriteLine(result.Kind == FetchKind.Failed && source.Name.StartsWith("flags of etcd") ? "works" : $"{result}");
