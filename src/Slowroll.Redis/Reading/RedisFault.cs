using System.Security.Authentication;
using Slowroll.Texts;
using StackExchange.Redis;

namespace Slowroll.Redis.Reading;

/// <summary>Says in a sentence why Redis gave nothing. The client's own messages are long, and are the cause.</summary>
internal static class RedisFault
{
    private const int LongestAnswer = 200;

    /// <summary>Whether it comes from Redis or the network, so that it may be over by itself.</summary>
    public static bool IsKnown(Exception exception) =>
        exception is RedisException or TimeoutException or ObjectDisposedException;

    /// <summary>Whether only a person can correct it.</summary>
    public static bool IsLasting(Exception exception) =>
        IsRefused(exception) || IsOfTls(exception)
            || (exception is RedisServerException && Begins(exception, "WRONGTYPE"));

    /// <summary>Whether the user may not do it, or isn't known.</summary>
    public static bool IsRefused(Exception exception) => !IsOfTls(exception) && RefusalIn(exception) is not null;

    public static FetchResult ResultOf(Exception exception, string server) =>
        FetchResult.Failed(SentenceOf(exception, server), exception) with { IsLasting = IsLasting(exception) };

    public static string SentenceOf(Exception exception, string server) => exception switch
    {
        _ when IsRefused(exception) =>
            $"{server} refuses this user: {AnswerOf(AllOf(RefusalIn(exception)!).Last())} Check "
            + "user, password and rights: reading needs HSTRLEN, HGET and HMGET on the key, watching SUBSCRIBE on the "
            + "channel.",
        RedisServerException when Begins(exception, "WRONGTYPE") =>
            $"{server}: the key holds no hash. Remove it, and write the config with HSET, in the fields version and "
            + "json.",
        RedisServerException => $"{server} answers: {AnswerOf(exception)}",
        RedisConnectionException when IsOfTls(exception) =>
            $"{server} has a certificate that isn't trusted, or doesn't speak TLS: check ssl=true and the certificate.",
        RedisConnectionException failed =>
            // The client doesn't always say which of them it is.
            $"{server} can't be reached ({failed.FailureType}). It is tried again by itself. If it is there, check "
            + "user, password, ssl=true and the certificate.",
        TimeoutException => $"{server} didn't answer in time.",
        ObjectDisposedException => $"The connection to {server} was disposed by the program.",
        _ => $"{server}: {AnswerOf(exception)}",
    };

    private static bool IsOfTls(Exception exception) =>
        AllOf(exception).Any(static cause => cause is AuthenticationException);

    private static Exception? RefusalIn(Exception exception) =>
        AllOf(exception).LastOrDefault(static cause => cause switch
        {
            RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => true,
            RedisServerException => Begins(cause, "NOPERM") || Begins(cause, "NOAUTH") || Begins(cause, "WRONGPASS"),
            _ => false,
        });

    // A connection that fails has a cause for each of its two halves, and for each server.
    private static IEnumerable<Exception> AllOf(Exception exception)
    {
        var causes = exception is AggregateException many ? many.InnerExceptions
            : exception.InnerException is { } one ? [one]
            : Enumerable.Empty<Exception>();
        return causes.SelectMany(AllOf).Prepend(exception);
    }

    private static bool Begins(Exception exception, string word) =>
        exception.Message.StartsWith(word, StringComparison.Ordinal);

    private static string AnswerOf(Exception exception) =>
        OneLine.Of(UrlText.WithoutSecrets(exception.Message.TrimEnd('.')), LongestAnswer) + ".";
}
