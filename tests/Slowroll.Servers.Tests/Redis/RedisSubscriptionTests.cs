using System.Collections;
using System.Reflection;
using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>What a source leaves on a connection of the program.</summary>
public class RedisSubscriptionTests
{
    private const string MayNotSubscribe = "user default on nopass ~* &* +@all -subscribe";

    [ServerFact("redis-server")]
    public async Task A_subscription_that_is_refused_leaves_no_handler_on_the_connection()
    {
        await using var server = await RedisServer.StartAsync(MayNotSubscribe);
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var real = await server.ConnectAsync();
        var redis = ObservedRedis.Of(real);
        var channel = RedisChannel.Literal(RedisServer.Key);
        await using (RedisConfigSource source = new(redis, RedisServer.Key))
        {
            var fetched = await source.FetchAsync(null, default);
            for (var time = 0; time < 5; time++)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(
                    () => source.WaitForChangeAsync(fetched.ETag, default));
                Assert.Equal(0, HandlersOf(real, channel));
            }
        }

        Assert.Equal(0, HandlersOf(real, channel));
        Assert.Equal(
            ObservedRedis.CallsOf(redis, "add_ConnectionRestored"),
            ObservedRedis.CallsOf(redis, "remove_ConnectionRestored"));
    }

    [ServerFact("redis-server")]
    public async Task A_subscription_that_fails_leaves_the_handlers_of_the_program()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var real = await server.ConnectAsync();
        var channel = RedisChannel.Literal(RedisServer.Key);
        var heard = 0;
        await real.GetSubscriber().SubscribeAsync(channel, (_, _) => Interlocked.Increment(ref heard));
        await real.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", "-subscribe");

        // The program has subscribed already: the client sends no second SUBSCRIBE.
        await using (RedisConfigSource source = new(
            ObservedRedis.Of(real, method => method == "PingAsync" ? Refused() : null), RedisServer.Key))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => source.WaitForChangeAsync(null, default));
        }

        Assert.Equal(1, HandlersOf(real, channel));
        await server.PublishAsync(StoreConfig.Bytes(2));
        await Eventually.IsAsync(() => Volatile.Read(ref heard) == 1, "the program hears it");
    }

    [ServerFact("redis-server")]
    public async Task Disposed_while_it_subscribes_a_source_leaves_nothing_behind()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var real = await server.ConnectAsync();
        var channel = RedisChannel.Literal(RedisServer.Key);
        TaskCompletionSource<TimeSpan> held = new();
        var redis = ObservedRedis.Of(real, method => method == "PingAsync" ? held.Task : null);
        RedisConfigSource source = new(redis, RedisServer.Key);
        var watch = source.WaitForChangeAsync((await source.FetchAsync(null, default)).ETag, default);
        await Eventually.IsAsync(() => ObservedRedis.CallsOf(redis, "PingAsync") > 0, "it has subscribed");

        // The server doesn't answer, and disposing ends all the same.
        await source.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        held.SetResult(TimeSpan.Zero);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => watch.WaitAsync(TimeSpan.FromSeconds(30)));

        await Eventually.IsAsync(() => HandlersOf(real, channel) == 0, "no handler is left");
        var left = (RedisResult[])(await server.RunAsync("PUBSUB", "NUMSUB", RedisServer.Key))!;
        Assert.Equal(0, (int)left[1]);
    }

    [ServerFact("redis-server")]
    public async Task Disposed_while_the_server_hangs_a_source_ends_and_its_handler_goes_later()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var real = await ConnectionMultiplexer.ConnectAsync($"{server.Address},asyncTimeout=1000");
        var channel = RedisChannel.Literal(RedisServer.Key);
        server.Hang();
        var redis = ObservedRedis.Of(real);
        RedisConfigSource source = new(redis, RedisServer.Key);
        var watch = source.WaitForChangeAsync(null, default);
        await Eventually.IsAsync(() => ObservedRedis.CallsOf(redis, "SubscribeAsync") > 0, "it subscribes");
        await source.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => watch.WaitAsync(TimeSpan.FromSeconds(30)));

        await Eventually.IsAsync(() => HandlersOf(real, channel) == 0, "no handler is left");
    }

    private static Task<TimeSpan> Refused() =>
        Task.FromException<TimeSpan>(
            new RedisConnectionException(ConnectionFailureType.AuthenticationFailure, CommandFlags.None, "No."));

    // The client itself tells nobody.
    private static int HandlersOf(ConnectionMultiplexer redis, RedisChannel channel)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        var all = (IDictionary)typeof(ConnectionMultiplexer).GetField("subscriptions", Hidden)!.GetValue(redis)!;
        if (all[channel] is not { } subscription)
            return 0;
        for (var type = subscription.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField("_handlers", Hidden)?.GetValue(subscription) is Delegate handlers)
                return handlers.GetInvocationList().Length;
        }

        return 0;
    }
}
