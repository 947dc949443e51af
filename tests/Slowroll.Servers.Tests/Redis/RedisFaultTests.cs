using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>What a hash may hold that is no config, and what a user may not do.</summary>
public class RedisFaultTests
{
    private const string Secret = "open-sesame-1234";

    [ServerFact("redis-server")]
    public async Task What_is_no_config_is_said_in_a_sentence_and_the_last_good_one_stays()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        await using RedisConfigSource source = new(redis, RedisServer.Key, new() { MaxConfigBytes = 1_000 });
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        Assert.Contains("There is no config in flags:app in Redis", config.Status.LastError, StringComparison.Ordinal);
        await server.PublishAsync(StoreConfig.Bytes(1));
        await config.HasAsync(1);

        object[] remove = ["DEL", RedisServer.Key];
        (string Sentence, object[][] Commands)[] cases =
        [
            ("There is no json in flags:app", [["HDEL", RedisServer.Key, "json"]]),
            (
                "There is no version in flags:app",
                [["HSET", RedisServer.Key, "json", "{}"], ["HDEL", RedisServer.Key, "version"]]),
            ("There is no config in flags:app", [remove]),
            ("the key holds no hash", [remove, ["SET", RedisServer.Key, StoreConfig.Json(2)]]),
            (
                "has 1001 bytes: at most 1000",
                [remove, ["HSET", RedisServer.Key, "version", "2", "json", new string('x', 1_001)]]),
            (
                "has 100000 bytes: at most 256",
                [remove, ["HSET", RedisServer.Key, "version", new string('x', 100_000), "json", "{}"]]),
            (
                "are not UTF-8",
                [remove, ["HSET", RedisServer.Key, "version", "2", "json", new byte[] { 0xff, 0x00, 0x0a }]]),
        ];
        foreach (var (sentence, commands) in cases)
        {
            foreach (var command in commands)
                await redis.GetDatabase().ExecuteAsync((string)command[0], command[1..]);
            await config.RefreshAsync();

            Assert.Contains(sentence, config.Status.LastError, StringComparison.Ordinal);
            Assert.Equal(1, config.Number());
        }

        await redis.GetDatabase().KeyDeleteAsync(RedisServer.Key);
        await server.PublishAsync(StoreConfig.Bytes(7));
        await config.HasAsync(7);
    }

    [ServerFact("redis-server")]
    public async Task What_grows_between_the_question_for_its_length_and_the_load_is_refused()
    {
        await using var server = await RedisServer.StartAsync();
        await using var real = await server.ConnectAsync();
        var redis = ObservedRedis.Of(
            real, static method => method == "HashStringLengthAsync" ? Task.FromResult(1L) : null);
        await using RedisConfigSource source = new(redis, RedisServer.Key, new() { MaxConfigBytes = 1_000 });
        (string Version, string Json, string Sentence)[] cases =
        [
            (
                new string('v', 300), "{}",
                "The field version of flags:app in Redis has 300 bytes: at most 256 are read. Write a shorter one"),
            ("1", new string('x', 1_001), "has 1001 bytes: at most 1000 (RedisConfigOptions.MaxConfigBytes) are read."),
        ];
        foreach (var (version, json, sentence) in cases)
        {
            await server.RunAsync("HSET", RedisServer.Key, "version", version, "json", json);
            var result = await source.FetchAsync(null, default);

            Assert.Equal(FetchKind.Failed, result.Kind);
            Assert.Contains(sentence, result.Error, StringComparison.Ordinal);
        }
    }

    [ServerFact("redis-server")]
    public async Task A_reader_who_may_not_subscribe_polls_and_one_line_says_so()
    {
        await using var server = await RedisServer.StartAsync(
            $"user reader on >{Secret} ~flags:* +@read +@connection +subscribe +unsubscribe +info -@dangerous");
        await server.PublishAsync(StoreConfig.Bytes(1));
        using Lines log = new();
        await using RedisConfigSource source = new($"{server.Address},user=reader,password={Secret}", RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, TimeSpan.FromMilliseconds(50), log);

        await server.PublishAsync(StoreConfig.Bytes(2));
        await config.HasAsync(2);
        await server.PublishAsync(StoreConfig.Bytes(3));
        await config.HasAsync(3);
        await Eventually.IsAsync(() => log.With("is lost").Count > 0, "the lost watch is logged");

        Assert.Single(log.With("The watch on flags:app of Redis at 127.0.0.1:"));
        Assert.Single(log.With("refuses this user: NOPERM"));
        Assert.DoesNotContain(log.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [ServerFact("redis-server")]
    public async Task Wrong_and_missing_passwords_and_rights_are_said_without_the_password()
    {
        await using var server = await RedisServer.StartAsync(
            $"user reader on >{Secret} ~other:* &* +@read +@connection +@pubsub +info -@dangerous",
            $"user keeper on >{Secret} ~* &* +@all",
            "user default off");
        (string Login, string Sentence)[] cases =
        [
            ($",user=reader,password={Secret}", "NOPERM"),
            ($",user=reader,password={Secret}-wrong", "user, password"),
            ("", "user, password"),
        ];
        foreach (var (login, sentence) in cases)
        {
            using Lines log = new();
            await using RedisConfigSource source = new($"{server.Address},connectTimeout=500{login}", RedisServer.Key);
            await using var config = await StoreConfig.OpenAsync(source, TimeSpan.FromMilliseconds(50), log);
            await config.FailsAsync(sentence);

            Assert.Equal($"flags:app of Redis at {server.Address}", source.Name);
            Assert.DoesNotContain(log.All, line => line.Contains(Secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_URL_in_place_of_servers_is_refused_and_not_shown()
    {
        string[] texts = [$"redis://user:{Secret}@host:6379", $"user:{Secret}@host", "password=x", "host/1"];
        foreach (var text in texts)
        {
            var exception = Assert.Throws<ArgumentException>(() => new RedisConfigSource(text, "flags"));
            Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        }
    }

    [ServerFact("redis-server")]
    public async Task TLS_with_an_authority_of_ones_own_works_and_without_it_nothing_is_trusted()
    {
        using TestAuthority authority = new();
        await using var server = await RedisServer.StartAsync(
            "tls-port PORT", $"tls-cert-file {authority.CertificateFile}", $"tls-key-file {authority.KeyFile}",
            $"tls-ca-cert-file {authority.AuthorityFile}", "tls-auth-clients no");
        var trusting = ConfigurationOptions.Parse($"{server.Address},ssl=true");
        trusting.TrustIssuer(authority.AuthorityFile);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(trusting);
        RedisConfigWriter writer = new(redis, RedisServer.Key);
        await writer.PublishAsync(StoreConfig.Bytes(1));

        await using RedisConfigSource source = new(trusting, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        await writer.PublishAsync(StoreConfig.Bytes(2));
        await config.HasAsync(2);

        await using RedisConfigSource distrusting = new($"{server.Address},ssl=true", RedisServer.Key);
        await using var without = await StoreConfig.OpenAsync(distrusting, TimeSpan.FromMilliseconds(50));
        await without.FailsAsync("ssl=true and the certificate");
        Assert.Equal(-1, without.Number());
    }
}
