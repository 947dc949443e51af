using Slowroll.Schemas.Json;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Explaining;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Expectations;

/// <summary>Reads a spec, and reports every mistake in it at its place.</summary>
internal sealed class SpecReader
{
    private readonly TextFile _file;
    private readonly ExpectationReader _expectations;

    private SpecReader(TextFile file)
    {
        _file = file;
        Faults = new(file);
        _expectations = new(Faults);
    }

    private SpecFaults Faults { get; }

    /// <summary>Reads a spec; what is wrong with it is in the faults, and then nothing else of it counts.</summary>
    /// <exception cref="NotReadableException">A list of hosts that it names can't be read.</exception>
    public static (Spec Spec, SpecFaults Faults) Read(TextFile file)
    {
        SpecReader reader = new(file);
        return (reader.Read(), reader.Faults);
    }

    private Spec Read()
    {
        var json = JsonText.Read(_file.Text);
        if (json.Root is not JsonObject root)
        {
            Faults.Add(
                json.Error?.Range ?? json.Root!.Range,
                json.Error is { } error ? $"This is no JSON: {error.Message}"
                    : "A spec is an object with \"expectations\".");
            return new(_file, null, Hashers.Sha1, []);
        }

        Faults.CheckNames(root, "A spec", "config", "hosts", "hasher", "expectations", "$schema");
        var hosts = HostsOf(root);
        return new(_file, TextOf(root, "config"), HasherOf(root), [.. ExpectationsOf(root, hosts)]);
    }

    private IEnumerable<Expectation> ExpectationsOf(JsonObject root, IReadOnlyList<string> hosts)
    {
        if (root.Find("expectations") is not { Value: JsonArray { Items: { Count: > 0 } items } })
        {
            Faults.Add(
                root.Find("expectations")?.Value.Range ?? root.Range,
                "\"expectations\" is missing: write a list of them, not an empty one.");
            yield break;
        }

        foreach (var item in items)
        {
            if (_expectations.Read(item, hosts) is { } expectation)
                yield return expectation;
        }
    }

    private IReadOnlyList<string> HostsOf(JsonObject root)
    {
        if (root.Find("hosts") is not { Value: var given })
            return [];
        if (given is not JsonString path)
            return _expectations.ReadHosts(given);

        var list = InputReader.ReadFile(Spec.PathFrom(_file, path.Text), "The list of hosts");
        string[] hosts = [.. HashKeyList.LinesOf(list.Text).Distinct(StringComparer.Ordinal)];
        if (hosts.Length == 0)
            Faults.Add(path.Range, "The list of hosts is empty: write one on each line.");
        return hosts;
    }

    private Func<string, uint> HasherOf(JsonObject root) => TextOf(root, "hasher") switch
    {
        null or "sha1" => Hashers.Sha1,
        "xxhash3" => Hashers.XxHash3,
        _ => Refused(root.Find("hasher")!.Value),
    };

    private Func<string, uint> Refused(JsonNode hasher)
    {
        Faults.Add(hasher.Range, "There are two hashers: write \"sha1\" or \"xxhash3\".");
        return Hashers.Sha1;
    }

    private string? TextOf(JsonObject root, string name)
    {
        if (root.Find(name) is not { Value: var value })
            return null;
        if (value is JsonString { Text: { Length: > 0 } text })
            return text;

        Faults.Add(value.Range, $"\"{name}\" is a text.");
        return null;
    }
}
