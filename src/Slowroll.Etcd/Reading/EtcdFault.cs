using System.Security.Authentication;
using Grpc.Core;
using Slowroll.Texts;

namespace Slowroll.Etcd.Reading;

/// <summary>Says in a sentence why etcd gave nothing.</summary>
internal static class EtcdFault
{
    private const int LongestAnswer = 200;

    /// <summary>Whether a stream has ended, in one of the ways in which gRPC says so.</summary>
    public static bool IsOfConnection(Exception exception) =>
        exception is RpcException or IOException or HttpRequestException
        || (exception is InvalidOperationException and not ObjectDisposedException
            && exception.Source?.StartsWith("Grpc", StringComparison.Ordinal) == true);

    /// <summary>Whether the user may not do it, or isn't known.</summary>
    public static bool IsRefused(RpcException exception) =>
        exception.StatusCode is StatusCode.PermissionDenied or StatusCode.Unauthenticated
        || (exception.StatusCode == StatusCode.InvalidArgument
            && (Says(exception, "authentication failed") || Says(exception, "user name is empty")));

    public static FetchResult ResultOf(RpcException exception, string server) =>
        FetchResult.Failed(SentenceOf(exception, server), exception) with
        {
            IsLasting = IsRefused(exception) || IsOfTls(exception.Status.DebugException),
        };

    public static string SentenceOf(RpcException exception, string server) => exception.StatusCode switch
    {
        _ when IsRefused(exception) => Refusal(exception.Status.Detail, server),
        _ when IsOfTls(exception.Status.DebugException) =>
            $"{server} has a certificate that isn't trusted, or doesn't speak TLS: check https and "
            + "EtcdConfigOptions.ConfigureTls.",
        StatusCode.Unavailable => $"{server} can't be reached. It is tried again by itself.",
        StatusCode.DeadlineExceeded =>
            $"{server} didn't answer in time: it does only while a majority of its members is up.",
        StatusCode.ResourceExhausted =>
            $"The config in {server} is longer than EtcdConfigOptions.MaxConfigBytes, or etcd has too much to do: "
            + AnswerOf(exception.Status.Detail),
        _ => $"{server} answers {exception.StatusCode}: {AnswerOf(exception.Status.Detail)}",
    };

    /// <summary>The sentence about a user who may not do it.</summary>
    public static string Refusal(string answer, string server) =>
        $"{server} refuses this user: {AnswerOf(answer)} Check user, password and role: it needs to read the key.";

    private static bool Says(RpcException exception, string words) =>
        exception.Status.Detail.Contains(words, StringComparison.Ordinal);

    private static bool IsOfTls(Exception? exception) =>
        exception is not null && (exception is AuthenticationException || IsOfTls(exception.InnerException));

    private static string AnswerOf(string answer) =>
        OneLine.Of(UrlText.WithoutSecrets(answer.TrimEnd('.')), LongestAnswer) + ".";
}
