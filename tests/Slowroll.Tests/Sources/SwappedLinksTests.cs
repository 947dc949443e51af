using Slowroll.Sources;

namespace Slowroll.Tests.Sources;

public class SwappedLinksTests
{
    public static TheoryData<Exception> NothingFound => [new FileNotFoundException(), new DirectoryNotFoundException()];

    [Theory]
    [MemberData(nameof(NothingFound))]
    public async Task What_is_gone_for_a_moment_is_looked_for_again(Exception gone)
    {
        var looks = 0;

        Assert.Equal("found", await SwappedLinks.ReadAsync(
            () => ++looks < 3 ? Task.FromException<string>(gone) : Task.FromResult("found")));
    }

    [Theory]
    [MemberData(nameof(NothingFound))]
    public async Task What_stays_away_is_looked_for_three_times(Exception gone)
    {
        var looks = 0;

        await Assert.ThrowsAsync(gone.GetType(), () => SwappedLinks.ReadAsync(() =>
        {
            looks++;
            return Task.FromException<string>(gone);
        }));
        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task What_can_not_be_read_is_not_looked_for_again()
    {
        var looks = 0;

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => SwappedLinks.ReadAsync(() =>
        {
            looks++;
            return Task.FromException<string>(new UnauthorizedAccessException());
        }));
        Assert.Equal(1, looks);
    }
}
