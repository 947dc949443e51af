namespace Slowroll.Tests.Promises;

/// <summary>A list that was read belongs to everybody who asks: nobody may change it for the others.</summary>
public class SharedListTests
{
    private static readonly FlagValueReader<IReadOnlyList<IReadOnlyList<int>>> ReadLists =
        FlagReaders.List(FlagReaders.List(FlagReaders.Of<int>()));

    [Theory]
    [InlineData("[[1]]")]
    [InlineData("[[]]")]
    [InlineData("[]")]
    public void No_cast_makes_a_list_writable(string stable)
    {
        var lists = Read(stable);

        AssertReadOnly(lists);
        Assert.All(lists, AssertReadOnly);
    }

    [Fact]
    public void Everybody_gets_the_same_list_of_one_config()
    {
        var config = Config("[[1]]");

        Assert.Same(Ask(config, "web-1"), Ask(config, "web-2"));
    }

    private static void AssertReadOnly<T>(IReadOnlyList<T> list)
    {
        Assert.False(list is T[] or List<T>);
        var writable = Assert.IsAssignableFrom<IList<T>>(list);
        Assert.Throws<NotSupportedException>(() => writable[0] = default!);
        Assert.Throws<NotSupportedException>(() => writable.Add(default!));
        Assert.Throws<NotSupportedException>(writable.Clear);
    }

    private static IReadOnlyList<IReadOnlyList<int>> Read(string stable) => Ask(Config(stable), "web-1");

    private static IReadOnlyList<IReadOnlyList<int>> Ask(SlowrollConfig config, string host) =>
        config.GetFlag(new FlagKey<IReadOnlyList<IReadOnlyList<int>>>("s", "f", [[7], [7]]) { Reader = ReadLists })
            .Evaluate(host);

    private static SlowrollConfig Config(string stable) =>
        SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes($$"""{"s": {"f": {"stable": {{stable}} } } }"""));
}
