using System.Security.Cryptography;
using Slowroll.Redis.Reading;
using StackExchange.Redis;

namespace Slowroll;

/// <summary>Publishes configs in Redis, for programs that follow them with a <see cref="RedisConfigSource"/>.</summary>
/// <remarks>Version, config and announcement are one transaction. The version is made from the config: the first 16
/// digits of its SHA-256, as <c>sha256sum</c> shows them. StackExchange.Redis blocks a thread of the pool until Redis
/// has checked the condition of the transaction: don't publish many configs at the same time.</remarks>
public sealed class RedisConfigWriter
{
    private const int DigitsOfVersion = 16;

    private readonly IDatabase _database;
    private readonly RedisKey _key;
    private readonly RedisChannel _channel;

    /// <summary>A writer of one config.</summary>
    /// <param name="connection">It isn't disposed.</param>
    /// <param name="key">The Redis key of the hash.</param>
    /// <param name="options">The same as those of the source; null for the defaults.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public RedisConfigWriter(IConnectionMultiplexer connection, string key, RedisConfigOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrEmpty(key);
        options ??= new RedisConfigOptions();
        _database = connection.GetDatabase(options.Database);
        _key = key;
        _channel = RedisChannel.Literal(options.Channel ?? key);
    }

    /// <summary>The version that is there now; null if there is none.</summary>
    public async Task<string?> GetVersionAsync() =>
        await _database.HashGetAsync(_key, RedisNames.Version).ConfigureAwait(false);

    /// <summary>Publishes a config, whatever is there, and returns its version.</summary>
    /// <remarks>
    /// <para>A transaction that Redis gets late, because it hung or the connection was slow, replaces no config that
    /// was published after this method has returned or thrown: it has the condition that the version is still the one
    /// that was read last, and that nobody writes meanwhile. If somebody has, it reads again and publishes
    /// again. So only a later config with that very version can be replaced late.</para>
    /// <para>The user needs the rights to HGET, HEXISTS, HSET, PUBLISH, WATCH, MULTI and EXEC. If only WATCH
    /// or MULTI is missing, the client tells nobody, and a late write can replace a later config.</para>
    /// </remarks>
    /// <param name="utf8Json">The config, UTF-8.</param>
    /// <exception cref="ConfigFormatException">It is no config: nothing is written.</exception>
    /// <exception cref="RedisException">Redis can't be reached or refuses it.</exception>
    /// <exception cref="TimeoutException">Redis didn't answer in time. The config may be written all the same, if
    /// nobody has written another one meanwhile.</exception>
    public async Task<string> PublishAsync(ReadOnlyMemory<byte> utf8Json)
    {
        var version = Check(utf8Json);
        while (true)
        {
            // Its bytes: they need not be a text.
            var before = await _database.HashGetAsync(_key, RedisNames.Version).ConfigureAwait(false);
            if (await RunAsync(utf8Json, version, before).ConfigureAwait(false))
                return version;
        }
    }

    /// <summary>Publishes a config if the version that is there is still the one that it was made from. Returns false
    /// if somebody else was first: read again, and decide again.</summary>
    /// <param name="utf8Json">The config, UTF-8.</param>
    /// <param name="replacedVersion">What <see cref="GetVersionAsync"/> gave before the edit; null for none.</param>
    /// <exception cref="ConfigFormatException">It is no config: nothing is written.</exception>
    /// <exception cref="RedisException">Redis can't be reached or refuses it.</exception>
    /// <exception cref="TimeoutException">Redis didn't answer in time. The config may be written all the same, if
    /// nobody has written another one meanwhile.</exception>
    public Task<bool> TryPublishAsync(ReadOnlyMemory<byte> utf8Json, string? replacedVersion)
    {
        var version = Check(utf8Json);
        return RunAsync(utf8Json, version, replacedVersion);
    }

    private static string Check(ReadOnlyMemory<byte> utf8Json)
    {
        using (SlowrollConfig.FromJson(utf8Json))
        {
            // It can be read.
        }

        return Convert.ToHexString(SHA256.HashData(utf8Json.Span))[..DigitsOfVersion].ToLowerInvariant();
    }

    private async Task<bool> RunAsync(ReadOnlyMemory<byte> utf8Json, string version, RedisValue before)
    {
        var transaction = _database.CreateTransaction();
        transaction.AddCondition(before.IsNull
            ? Condition.HashNotExists(_key, RedisNames.Version)
            : Condition.HashEqual(_key, RedisNames.Version, before));
        Task[] commands =
        [
            transaction.HashSetAsync(
                _key, [new(RedisNames.Version, version), new(RedisNames.Json, utf8Json)]),
            transaction.PublishAsync(_channel, version),
        ];
        try
        {
            if (!await transaction.ExecuteAsync().ConfigureAwait(false))
            {
                // A condition that this user may not ask for counts as not met: then this throws.
                if (before.IsNull)
                    await _database.HashExistsAsync(_key, RedisNames.Version).ConfigureAwait(false);
                else
                    await _database.HashGetAsync(_key, RedisNames.Version).ConfigureAwait(false);
                return false;
            }
        }
        catch (RedisServerException) when (Array.Find(commands, static command => command.IsFaulted) is { } refused)
        {
            // "The transaction was discarded" says less than the command that was refused.
            await refused.ConfigureAwait(false);
        }

        // A refused command fails by itself, not the transaction.
        await Task.WhenAll(commands).ConfigureAwait(false);
        return true;
    }
}
