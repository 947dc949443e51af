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
        new("RemoteCertificateValidationCallback", "was refused by a check of the HttpClient's own", "look at that check"),
    ];

    /// <summary>The end of a sentence.</summary>
    /// <param name="exception">What the client threw.</param>
    public static string Of(Exception exception)
    {
        if (HttpCause.Find<AuthenticationException>(exception)?.Message is not { } message)
            return "can't be trusted, TLS failed: check its certificate, its name and this machine's clock";

        var found = Array.FindAll(Causes, cause => HasWord(message, cause.Code));
        return found switch
        {
            [] when IsNoTls(message) =>
                "doesn't speak TLS, so that TLS failed: is its port one for http, or for something else?",
            [] when AlertIn(message) is { } alert =>
                $"refused the connection, TLS failed (alert {alert}): check that it serves this host name, which TLS "
                    + "versions it allows, and whether it wants a client certificate",
            [] => $"can't be trusted, TLS failed ({OneLine.Of(UrlText.WithoutSecrets(message).TrimEnd('.'))}): check "
                + "its certificate, its name and this machine's clock",
            _ => $"can't be trusted, TLS failed: its certificate {Joined(" and ", found, cause => cause.What)} "
                + $"({Joined(", ", found, cause => cause.Code)}); {Joined("; ", found, cause => cause.Remedy)}",
        };
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

    // In a trimmed program a message is the name of its resource.
    private static bool IsNoTls(string message) =>
        message.Contains("frame", StringComparison.Ordinal) || message.Contains("net_ssl_io_frame", StringComparison.Ordinal);

    // ... the remote party sent a TLS alert: 'HandshakeFailure'.
    private static string? AlertIn(string message) =>
        message.Contains("alert", StringComparison.OrdinalIgnoreCase)
        && message.Split('\'') is [_, { Length: > 0 and < 40 } alert, ..]
        && alert.All(char.IsAsciiLetter)
            ? alert
            : null;

    private sealed record Cause(string Code, string What, string Remedy);
}
