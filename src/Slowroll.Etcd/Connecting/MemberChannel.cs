using Grpc.Net.Client;

namespace Slowroll.Etcd.Connecting;

/// <summary>The channel to one member. It connects when it is first used.</summary>
internal static class MemberChannel
{
    private const int AroundTheConfig = 64 * 1024;

    public static GrpcChannel Open(Uri address, EtcdConfigOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.MemberTimeout,

            // A dead connection that nobody has closed is noticed within 15 seconds. etcd allows a ping every 5
            // seconds.
            KeepAlivePingDelay = TimeSpan.FromSeconds(10),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
        options.ConfigureTls?.Invoke(handler.SslOptions);
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = (int)Math.Min(options.MaxConfigBytes + AroundTheConfig, int.MaxValue),

            // The source has a backoff of its own, and must not wait for a second one.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
            MaxReconnectBackoff = TimeSpan.FromSeconds(1),
        });
    }
}
