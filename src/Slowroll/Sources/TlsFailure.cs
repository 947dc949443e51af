using System.Security.Authentication;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>Says in words why TLS failed, and what to do about it.</summary>
/// <remarks>The platform has no property with the cause: its message ends with codes, which are the names of enum
/// members in every language and in a trimmed program too.</remarks>
internal static class TlsFailure
{
    private const string Authority = "is from an authority that this machine doesn't trust";

    private const string TrustIt = "let the server send its whole chain, and install the authority's root certificate "
        + "on this machine (or, in a program, give an HttpClient that trusts it)";

    // In the order in which they are told. A code may be a part of a message only as a whole word.
    private static readonly Cause[] Causes =
    [
        new("RemoteCertificateNameMismatch", "is for another host name",
            "use a name that is in the certificate, or get one for this name"),
        new("NotTimeValid", "has expired or isn't valid yet", "renew it, and check this machine's clock"),
        new("PartialChain", Authority, TrustIt),
        new("UntrustedRoot", Authority, TrustIt),
        new("Revoked", "was revoked by its authority", "get a new one"),
        new("RevocationStatusUnknown", "may be revoked, which can't be found out",
            "let this machine reach the authority's list of revoked certificates"),
        new("RemoteCertificateNotAvailable", "is missing", "give the server one"),
        new("RemoteCertificateChainErrors", "has faults in its chain",
            "see its dates and its authority with openssl s_client -connect host:port"),
        new("RemoteCertificateValidationCallback", "was refused by a check of the HttpClient's own",
            "look at that check"),
    ];

    /// <summary>The end of a sentence.</summary>
    /// <param name="exception">What the client threw.</param>
    public static string Of(Exception exception)
    {
        // A browser doesn't tell a program of certificates.
        if (OperatingSystem.IsBrowser() || HttpCause.Find<AuthenticationException>(exception) is not { } tls)
            return "can't be trusted, TLS failed: check its certificate, its name and this machine's clock";

        // In a trimmed program a message is the name of its resource, such as net_ssl_io_frame, with the same codes.
        var message = tls.Message;
        var found = Array.FindAll(Causes, cause => HasWord(message, cause.Code));
        return found switch
        {
            [] when message.Contains("frame", StringComparison.Ordinal) =>
                "doesn't speak TLS, so TLS failed: check whether its port is one for http",
            [] when tls.InnerException is not null =>
                $"didn't come to terms, TLS failed ({Shown(WordsOfSystem(tls))}): check whether it serves this host "
                    + "name, which TLS versions it allows, and whether it wants a client certificate",
            [] => $"can't be trusted, TLS failed ({Shown(message)}): check its certificate, its name and this "
                + "machine's clock",
            _ => $"can't be trusted, TLS failed: its certificate {Joined(" and ", found, cause => cause.What)} "
                + $"({Joined(", ", found, cause => cause.Code)}); {Joined("; ", found, cause => cause.Remedy)}",
        };
    }

    private static string Shown(string words) => OneLine.Of(UrlText.WithoutSecrets(words).TrimEnd('.'));

    // The innermost exception is the system's: error:0A000458:SSL routines::tlsv1 unrecognized name.
    private static string WordsOfSystem(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception.Message.Split("::")[^1];
    }

    private static string Joined(string between, Cause[] causes, Func<Cause, string> text) =>
        string.Join(between, causes.Select(text).Distinct());

    private static bool HasWord(string message, string word)
    {
        var at = message.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && !IsLetter(message, at - 1) && !IsLetter(message, at + word.Length);
    }

    private static bool IsLetter(string message, int at) =>
        at >= 0 && at < message.Length && char.IsAsciiLetter(message[at]);

    private sealed record Cause(string Code, string What, string Remedy);
}
