using System.Text;
using System.Text.Unicode;
using Slowroll.Planning.Flags;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.AspNetCore.Reading;

/// <summary>The config in force; it is read once, and kept while it is in force.</summary>
internal sealed class ReadConfig
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly AudienceIndex _audiences = new();

    private ReadConfig(ReadOnlyMemory<byte> bytes, IReadOnlyList<ReadFlag> flags, string? error) =>
        (_bytes, Flags, Error) = (bytes, flags, error);

    /// <summary>Its flags, in the order of the text.</summary>
    public IReadOnlyList<ReadFlag> Flags { get; }

    /// <summary>Why it can't be shown; null if it can.</summary>
    public string? Error { get; }

    /// <summary>Whether it is the one of a status: the same memory, which nobody writes to.</summary>
    public bool IsOf(ConfigStatus status) => _bytes.Equals(status.Utf8Json);

    /// <summary>Reads the config of a status.</summary>
    public static ReadConfig Of(ConfigStatus status)
    {
        var bytes = status.Utf8Json;
        if (bytes.IsEmpty)
            return new(bytes, [], null);

        var document = ConfigDocument.Read(
            Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF'),
            Utf8.IsValid(bytes.Span) ? new UTF8Encoding(false, throwOnInvalidBytes: true) : Encoding.UTF8);
        return document.Error is { } error
            ? new(bytes, [], error.Message)
            : new(bytes, [.. document.Flags.Where(flag => !flag.Member.IsBroken).Select(ReadFlag.Of)], null);
    }

    /// <summary>Where a rollout stands at an instant.</summary>
    /// <param name="rollout">A rollout of this config.</param>
    /// <param name="at">The instant, in microseconds since the year 1.</param>
    public PlannedFlag Plan(ConfigRollout rollout, long at) => PlannedFlag.Of(rollout, _audiences, at);
}
