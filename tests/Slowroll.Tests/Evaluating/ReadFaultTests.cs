using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Evaluating;

/// <summary>A value that doesn't fit is told with the place inside it, for who looks at a banner of thirty lines.</summary>
public class ReadFaultTests
{
    private static readonly FlagValueReader<Shop> ReadShop = TryReadShop;
    private static readonly FlagValueReader<IReadOnlyList<Shop>> ReadShops = FlagReaders.List(ReadShop);

    private sealed record Shop(string Name, int? Size, IReadOnlyList<int> Hours);

    [Theory]
    [InlineData("{}", "'stable' has no \"name\".")]
    [InlineData("7", "'stable' is 7, which is no Shop.")]
    [InlineData("""{"name": 7}""", "'stable.name' is 7, which is no string.")]
    [InlineData("""{"name": "a", "size": "big"}""", "'stable.size' is \"big\", which is no integer of 32 bits.")]
    [InlineData("""{"name": "a", "hours": {}}""", "'stable.hours' is {}, which is no list of what the schema says.")]
    [InlineData("""{"name": "a", "hours": [8, "noon"]}""", "'stable.hours[1]' is \"noon\", which is no integer of 32 bits.")]
    public void What_does_not_fit_is_told_with_its_place(string stable, string error) => Assert.Equal(error, Explain(stable, ReadShop).Error);

    [Theory]
    [InlineData("""[{"name": "a"}, {}]""", "'stable[1]' has no \"name\".")]
    [InlineData("""[{"name": "a", "hours": [null]}]""", "'stable[0].hours[0]' is null, which is no integer of 32 bits.")]
    public void However_deep_it_is(string stable, string error) => Assert.Equal(error, Explain(stable, ReadShops).Error);

    [Fact]
    public void The_side_is_told_too() => Assert.Equal(
        "'new.name' is null, which is no string.",
        Explain("""{"name": "a"}, "new": {"name": null}, "early_adopters": []""", ReadShop).Error);

    [Fact]
    public void What_was_read_in_another_way_after_all_is_no_fault() => Assert.Equal(
        "'stable' is {}, which is no Shop.",
        Explain("{}", (JsonElement json, [MaybeNullWhen(false)] out Shop value) =>
        {
            // Two ways to say the same: here the first leaves a fault behind, the second reads well, and it is refused for its length.
            value = null;
            return !FlagReaders.Required<string>(json, "name", FlagReaders.Of<string>(), out _)
                && FlagReaders.Optional(json, "size", FlagReaders.Of<int>(), 1, out var size) && size > 1;
        }).Error);

    [Fact]
    public void A_reader_that_throws_says_nothing_of_what_it_met_before() => Assert.Equal(
        "'stable' is {}, which is no Shop.",
        Explain("{}", (JsonElement json, [MaybeNullWhen(false)] out Shop value) =>
        {
            FlagReaders.Required<string>(json, "name", FlagReaders.Of<string>(), out _);
            throw new InvalidOperationException();
        }).Error);

    [Fact]
    public void It_is_logged_once_however_often_the_flag_is_asked_and_the_default_answers()
    {
        Lines log = new();
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": {"name": "a", "hours": [8, "noon"]}}}}"""),
            new SlowrollOptions { LoggerFactory = log });
        Shop closed = new("closed", null, []);

        for (var i = 0; i < 3; i++)
            Assert.Same(closed, config.GetFlag(new FlagKey<Shop>("s", "f", closed) { Reader = ReadShop }).Evaluate($"{i}"));

        Assert.Equal(
            "Warning: The flag s.f answers its default. 'stable.hours[1]' is \"noon\", which is no integer of 32 bits.",
            Assert.Single(log.With("s.f")));
    }

    private static Evaluation<T> Explain<T>(string stable, FlagValueReader<T> reader) where T : class
    {
        var answer = OneFlag.Of($$"""{"stable": {{stable}} }""").GetFlag(new FlagKey<T>("s", "f", null!) { Reader = reader }).Explain("key");
        Assert.Equal((null, EvaluationReason.WrongType), (answer.Value, answer.Reason));
        return answer;
    }

    private static bool TryReadShop(JsonElement json, [MaybeNullWhen(false)] out Shop value)
    {
        value = json.ValueKind == JsonValueKind.Object
            && FlagReaders.Required<string>(json, "name", FlagReaders.Of<string>(), out var name)
            && FlagReaders.Optional<int?>(json, "size", FlagReaders.OrNullStruct(FlagReaders.Of<int>()), null, out var size)
            && FlagReaders.Optional<IReadOnlyList<int>>(json, "hours", FlagReaders.List(FlagReaders.Of<int>()), [], out var hours)
            ? new Shop(name, size, hours)
            : null;
        return value is not null;
    }
}
