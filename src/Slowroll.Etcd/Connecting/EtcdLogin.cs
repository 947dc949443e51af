using Etcdserverpb;
using Grpc.Core;

namespace Slowroll.Etcd.Connecting;

/// <summary>The token of a user: it is asked for when it is needed, and again when etcd doesn't accept it any
/// more.</summary>
/// <remarks>A token becomes invalid when its time is over, when etcd restarts and when users or roles change.</remarks>
internal sealed class EtcdLogin(string? userName, string? password)
{
    private volatile string? _token;

    /// <summary>The headers of a call.</summary>
    public async Task<Metadata> HeadersAsync(CallInvoker member, DateTime deadline, CancellationToken cancellationToken)
    {
        Metadata headers = [];
        if (userName is not null && (_token ??= await AskAsync().ConfigureAwait(false)) is { } token)
            headers.Add("token", token);
        return headers;

        async Task<string?> AskAsync()
        {
            try
            {
                var answer = await new Auth.AuthClient(member).AuthenticateAsync(
                    new AuthenticateRequest { Name = userName, Password = password ?? "" },
                    new CallOptions(deadline: deadline, cancellationToken: cancellationToken))
                    .ResponseAsync.ConfigureAwait(false);
                return answer.Token;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.FailedPrecondition)
            {
                // This etcd doesn't ask for users, or not yet.
                return null;
            }
        }
    }

    /// <summary>Whether etcd refused a call because of its token; then that token isn't used again.</summary>
    public bool Drops(string answer)
    {
        var isOld = answer.Contains("invalid auth token", StringComparison.Ordinal)
            || answer.Contains("auth store is old", StringComparison.Ordinal);
        if (isOld)
            _token = null;
        return isOld;
    }
}
