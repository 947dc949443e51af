using Slowroll.AspNetCore.Watching;

namespace Slowroll.AspNetCore.Tests.Watching;

/// <summary>What counts as a change.</summary>
public class SeenStatusTests
{
    private static readonly ConfigStatus Before = new()
    {
        Origin = ConfigOrigin.Source,
        ETag = "1",
        Utf8Json = new byte[1],
        ConfirmedAt = PageHost.At,
        NextPollAt = PageHost.At,
        Locks = [new("a.b", Side.New, LockOrigin.File)],
    };

    public static TheoryData<string?> Cases => ["config", "locks", "status", "state", null];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_kind_is_told_apart(string? kind)
    {
        (ConfigStatus Now, long? Past)[] changes = kind switch
        {
            "config" =>
            [
                (Before with { Utf8Json = new byte[1] }, null), (Before with { ETag = "2" }, null),
                (Before with { Origin = ConfigOrigin.Cache }, null),
            ],
            "locks" => [(Before with { Locks = [] }, null)],
            "status" =>
            [
                (Before with { ConfirmedAt = PageHost.At.AddSeconds(1) }, null),
                (Before with { ConsecutiveFailures = 1 }, null), (Before with { LastError = "x" }, null),
                (Before with { RampsStoppedAt = PageHost.At }, null),
                (Before with { NextPollAt = PageHost.At.AddSeconds(1) }, null),
            ],
            "state" => [(Before, 7)],
            _ =>
            [
                (Before, null), (Before with { Age = TimeSpan.FromSeconds(1) }, null),
                (Before with { NextPollAt = null }, null),
                (Before with { Locks = [new("a.b", Side.New, LockOrigin.File)] }, null),
            ],
        };

        Assert.All(changes, change => Assert.Equal(
            kind, new SeenStatus(change.Now, change.Past).ChangeSince(new(Before, null))));
    }

    [Fact]
    public void That_time_goes_by_is_told_once() =>
        Assert.Null(new SeenStatus(Before, 7).ChangeSince(new(Before, 7)));
}
