using Slowroll.Servers.Tests.Nginx;
using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Tls;

public sealed class TlsTests : IDisposable
{
    private const string Expired = "has expired or isn't valid yet";
    private const string Unknown = "is from an authority that this machine doesn't trust";
    private const string OtherName = "is for another host name";

    private const string Renew = "renew it, and check this machine's clock";
    private const string TrustIt = "let the server send its whole chain, and install the authority's root certificate "
        + "on this machine (or, in a program, give an HttpClient that trusts it)";
    private const string Rename = "use a name that is in the certificate, or get one for this name";

    private readonly TestAuthority _authority = new();

    /// <summary>Which certificate, whether the client trusts the authority, and what it says.</summary>
    public static TheoryData<string, bool, string> BadCertificates => new()
    {
        { "good", false, $"{Unknown} (PartialChain); {TrustIt}" },
        { "expired", true, $"{Expired} (NotTimeValid); {Renew}" },
        { "expired", false, $"{Expired} and {Unknown} (NotTimeValid, PartialChain); {Renew}; {TrustIt}" },
        { "too early", true, $"{Expired} (NotTimeValid); {Renew}" },
        { "self-signed", true, $"{Unknown} (UntrustedRoot); {TrustIt}" },
        { "self-signed", false, $"{Unknown} (UntrustedRoot); {TrustIt}" },
        { "of another host", true, $"{OtherName} (RemoteCertificateNameMismatch); {Rename}" },
        {
            "of another host", false, $"{OtherName} and has faults in its chain (RemoteCertificateNameMismatch, "
                + $"RemoteCertificateChainErrors); {Rename}; see its dates and its authority with openssl s_client "
                + "-connect host:port"
        },
    };

    [ServerTheory("nginx")]
    [MemberData(nameof(BadCertificates))]
    public async Task A_bad_certificate_is_told_with_its_cause_and_the_way_out(
        string certificate, bool isTrusting, string says)
    {
        await using var server = await SecureServer.StartAsync(Issue(certificate));
        server.Write("config.json", Of(1), Written(1));
        using AnswerLog answers = new(_authority.TrustingHandler());
        using Lines log = new();
        await using var config = await OpenAsync(
            SecureServer.UrlOf(server), log, isTrusting ? answers.Client() : null);

        Assert.Equal(ConfigOrigin.None, config.Status.Origin);
        Assert.Equal(
            $"{SecureServer.UrlOf(server)} can't be trusted, TLS failed: its certificate {says}.",
            config.Status.LastError);
        Assert.Single(log.With(config.Status.LastError!));
    }

    [Theory]
    [InlineData($"{Expired} (NotTimeValid); {Renew}.")]
    [InlineData($"{Unknown} (PartialChain); {TrustIt}.")]
    [InlineData($"{OtherName} (RemoteCertificateNameMismatch); {Rename}.")]
    public void The_page_has_what_is_said_of_certificates(string says) => OutagesPage.Has(says, "nobody");

    [ServerFact("nginx")]
    public async Task A_certificate_of_an_authority_of_ones_own_is_trusted_by_a_client_that_knows_it()
    {
        await using var server = await SecureServer.StartAsync(_authority.Issue());
        server.Write("config.json", Of(1), Written(1));
        using AnswerLog answers = new(_authority.TrustingHandler());
        await using var config = await OpenAsync(SecureServer.UrlOf(server), client: answers.Client());

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        Assert.Equal(1, ValueIn(config));
        Assert.Equal([200, 304], answers.All.Select(answer => answer.Status));
    }

    [ServerFact("nginx")]
    public async Task A_certificate_that_is_renewed_while_a_client_polls_is_taken_and_a_bad_one_is_not()
    {
        var (first, second) = (_authority.Issue(), _authority.Issue());
        await using var server = await SecureServer.StartAsync(first);
        server.Write("config.json", Of(1), Written(1));
        using AnswerLog answers = new(_authority.TrustingHandler());
        await using var config = await OpenAsync(SecureServer.UrlOf(server), client: answers.Client());

        await SecureServer.RenewAsync(server, second);
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        await SecureServer.RenewAsync(server, Issue("expired"));
        server.Write("config.json", Of(2), Written(2));
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Contains(Expired, config.Status.LastError, StringComparison.Ordinal);
        Assert.Equal(1, ValueIn(config));

        await SecureServer.RenewAsync(server, first);
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, ValueIn(config));
    }

    [ServerFact("nginx")]
    public async Task Plain_http_on_a_port_for_https_is_told()
    {
        await using var server = await SecureServer.StartAsync(_authority.Issue());
        server.Write("config.json", Of(1), Written(1));
        await using var config = await OpenAsync(server.ConfigUrl);

        Assert.Equal(
            $"{server.ConfigUrl} answered 400: check the address with curl -i, and whether its port is one for https.",
            config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, $"{server.ConfigUrl}");
    }

    [ServerFact("nginx")]
    public async Task Https_on_a_port_for_http_is_told()
    {
        await using var server = await NginxServer.StartAsync();
        await using var config = await OpenAsync(SecureServer.UrlOf(server));

        Assert.Equal(
            $"{SecureServer.UrlOf(server)} doesn't speak TLS, so TLS failed: check whether its port is one for http.",
            config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, $"{SecureServer.UrlOf(server)}");
    }

    [ServerFact("nginx")]
    public async Task A_server_that_refuses_the_handshake_is_told()
    {
        await using var server = await SecureServer.StartAsync(_authority.Issue(), "ssl_reject_handshake on;");
        await using var config = await OpenAsync(SecureServer.UrlOf(server));

        Assert.Equal(
            $"{SecureServer.UrlOf(server)} didn't come to terms, TLS failed (tlsv1 unrecognized name): check whether "
            + "it serves this host name, which TLS versions it allows, and whether it wants a client certificate.",
            config.Status.LastError);
        OutagesPage.Has(config.Status.LastError, $"{SecureServer.UrlOf(server)}");
    }

    public void Dispose() => _authority.Dispose();

    private PemCertificate Issue(string which) => which switch
    {
        "good" => _authority.Issue(),
        "expired" => _authority.Issue(from: -3, until: -1),
        "too early" => _authority.Issue(from: 1, until: 3),
        "of another host" => _authority.Issue("other.example"),
        _ => TestAuthority.SelfSigned(),
    };
}
