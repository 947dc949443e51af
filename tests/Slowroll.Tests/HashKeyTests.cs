namespace Slowroll.Tests;

public class HashKeyTests
{
    private const string Flag = """
        {"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1d", "salt": "winter",
         "early_adopters": ["a"], "early_adopter_patterns": ["b+"]}
        """;

    public static TheoryData<string?> OddKeys =>
        new() { null, "", "\ud800", "a\udfffb", "é", "e\u0301", "\0", new string('k', 1 << 20) };

    [Theory]
    [MemberData(nameof(OddKeys))]
    public void Survive_60_every_key_has_an_answer(string? key)
    {
        var answer = OneFlag.Of(Flag).Ask(-1, key!);

        Assert.Equal(EvaluationReason.Ramp, answer.Reason);
        Assert.Equal(answer.SwitchesAt <= OneFlag.Noon ? 1 : 0, answer.Value);
    }

    [Fact]
    public void Survive_60_no_key_is_the_empty_key() =>
        Assert.Equal(OneFlag.Of(Flag).Ask(-1, ""), OneFlag.Of(Flag).Ask(-1, null!));

    [Fact]
    public void Survive_60_composed_and_decomposed_letters_are_two_keys() =>
        Assert.NotEqual(OneFlag.Of(Flag).Ask(-1, "é").Position, OneFlag.Of(Flag).Ask(-1, "e\u0301").Position);

    [Fact]
    public void Survive_60_a_key_that_nobody_made_is_the_empty_key() =>
        Assert.Equal(OneFlag.Of(Flag).Ask(-1, "").Value,
            OneFlag.Of(Flag).GetFlag("s", "f", -1).Evaluate(default(HashKey)));
}
