namespace Slowroll.Redis.Reading;

/// <summary>The names of a hash's fields, which whoever publishes writes too.</summary>
internal static class RedisNames
{
    public const string Version = "version";
    public const string Json = "json";
}
