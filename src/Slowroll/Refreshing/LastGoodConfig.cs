using Microsoft.Extensions.Logging;
using Slowroll.Documents;
using Slowroll.Telemetry;
using Slowroll.Texts;

namespace Slowroll.Refreshing;

/// <summary>The last good config, and how the result of a fetch changes it: either its bytes were read without a fault,
/// and bytes and ETag are replaced together, or the config before stays.</summary>
/// <remarks>Only the fetch under way calls <see cref="Take"/>; any thread may read <see cref="State"/>.</remarks>
/// <param name="sourceName">The name of what is fetched from, for the log.</param>
/// <param name="cache">Where good configs are stored.</param>
/// <param name="options">The clock, the hasher, the longest config.</param>
/// <param name="logger">The log.</param>
/// <param name="putInForce">Puts a config in force, or is told that the one in force was confirmed. At the same moment
/// it calls the action, which can't fail. If it throws, nothing of the config is in force.</param>
/// <param name="afterwards">Is called after each result of a fetch, whatever it was.</param>
internal sealed class LastGoodConfig(
    string sourceName,
    CacheKeeper cache,
    SlowrollOptions options,
    ILogger logger,
    Action<HeldConfig, Action> putInForce,
    Action afterwards)
{
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromMinutes(1);

    private volatile RefreshState _state = new(Held: null);

    public RefreshState State => _state;

    /// <summary>How long ago the source confirmed the config that is held.</summary>
    public TimeSpan? Age => _state.Held?.AgeAt(Now);

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Puts the cached config in force.</summary>
    public void Start(HeldConfig cached)
    {
        var state = new RefreshState(cached);
        putInForce(cached, () => _state = state);
        Attempt(afterwards);
    }

    /// <summary>Takes the result of a fetch, and puts its config in force if it can be used. Never throws.</summary>
    public RefreshOutcome Take(FetchResult result)
    {
        try
        {
            NoteSkew(result);
            return Commit(result);
        }
#pragma warning disable CA1031 // Whatever is wrong, with a clock or with ourselves: polling must not end for good.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(
                RefreshOutcome.Failed,
                $"The answer couldn't be taken over, {exception.GetType().Name}: {exception.Message}",
                result);
        }
        finally
        {
            Attempt(afterwards);
        }
    }

    private RefreshOutcome Commit(FetchResult result) => result switch
    {
        { Kind: FetchKind.Fresh } => CommitFresh(result),
        { Kind: FetchKind.NotModified } when _state.Held is { } held => Confirm(held, held.ETag, result),
        { Kind: FetchKind.NotModified } => Fail(
            RefreshOutcome.Failed,
            "The source said 'not modified', though nothing was held that could be modified.", result),
        _ => Fail(RefreshOutcome.Failed, result.Error!, result),
    };

    private RefreshOutcome CommitFresh(FetchResult result)
    {
        if (result.Utf8Json.Length > options.MaxConfigBytes)
        {
            return Fail(
                RefreshOutcome.Rejected,
                $"The config has {result.Utf8Json.Length} bytes: "
                + $"at most {options.MaxConfigBytes} (SlowrollOptions.MaxConfigBytes) are read.",
                result);
        }

        var text = ConfigText.WithoutByteOrderMark(result.Utf8Json).Span;
        if (_state.Held is { } held && held.Snapshot.Utf8Json.Span.SequenceEqual(text))
            return Confirm(held, result.ETag, result);

        try
        {
            var snapshot = ConfigReader.Read(result.Utf8Json);
            Succeed(
                new HeldConfig(snapshot, result.ETag, ConfigOrigin.Source, ConfirmedAt(result)), result, isNew: true);
            return RefreshOutcome.Updated;
        }
        catch (ConfigFormatException exception)
        {
            return Fail(RefreshOutcome.Rejected, exception.Message, result);
        }
    }

    private RefreshOutcome Confirm(HeldConfig held, string? etag, FetchResult result)
    {
        Succeed(
            held with { ETag = etag, Origin = ConfigOrigin.Source, ConfirmedAt = ConfirmedAt(result) }, result,
            isNew: false);
        return RefreshOutcome.Unchanged;
    }

    // What a cache in between has kept was confirmed when the cache got it. That never moves the time back: a clock
    // that MaxStaleness stops must not go backwards because another cache has an older answer.
    private DateTimeOffset ConfirmedAt(FetchResult result)
    {
        var now = Now;
        if (!(result.Age > TimeSpan.Zero))
            return now;

        var left = result.Age.Value < now - DateTimeOffset.MinValue ? now - result.Age.Value : DateTimeOffset.MinValue;
        return _state.Held?.ConfirmedAt is { } before && before > left ? Earlier(before, now) : left;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // Config, ETag and status are put in force together, or none of them is.
    private void Succeed(HeldConfig held, FetchResult result, bool isNew)
    {
        var failures = _state.Failures;
        var state = new RefreshState(held)
        {
            ClockSkew = _state.ClockSkew,
            MaxAge = options.HonorMaxAge ? result.MaxAge : null,
        };
        putInForce(held, () => _state = state);
        Attempt(() =>
        {
            if (failures > 0)
                Log.Recovered(logger, sourceName, failures);
            if (isNew)
                Log.Updated(logger, sourceName, held.ETag ?? "none");
            cache.Keep(held);
        });
    }

    // A failure after a config was put in force doesn't undo that.
    private static void Attempt(Action afterthought)
    {
        try
        {
            afterthought();
        }
#pragma warning disable CA1031 // There may be too little memory; the next refresh does this again.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private RefreshOutcome Fail(RefreshOutcome outcome, string error, FetchResult result)
    {
        error = OneLine.Message(error);
        if (error != _state.LastError)
        {
            var consequence = _state.Held is null
                ? "there is none yet, and flags answer their defaults"
                : "the last good one stays";
            Log.RefreshFailed(logger, sourceName, consequence, error);
            if (result.Exception is { } cause)
                Log.RefreshFailureCause(logger, sourceName, cause);
        }

        _state = _state with
        {
            Failures = _state.Failures + 1,
            LastError = error,
            RetryAfter = result.RetryAfter,
            IsLasting = result.IsLasting,
            MaxAge = null,
        };
        return outcome;
    }

    private void NoteSkew(FetchResult result)
    {
        if (result.SourceTime is not { } theirs)
            return;

        var skew = theirs - Now;
        if (skew.Duration() > TolerableSkew && !(_state.ClockSkew?.Duration() > TolerableSkew))
            Log.ClockSkewed(logger, sourceName, skew);
        _state = _state with { ClockSkew = skew };
    }
}
