using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Evaluating;

public class ValueReadersTests
{
    [Fact]
    public void Every_value_type_is_read()
    {
        Assert.True(Read("true", false));
        Assert.Equal(7, Read("7", 0));
        Assert.Equal(1L << 53, Read("9007199254740992", 0L));
        Assert.Equal(0.5, Read("0.5", 0.0));
        Assert.Equal(0.1m, Read("0.1", 0m));
        Assert.Equal("é", Read("\"\\u00e9\"", ""));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 2, 0, 0, TimeSpan.FromHours(1)),
            Read("\"2030-01-01T02:00:00+01:00\"", default(DateTimeOffset)));
        Assert.Equal(new DateOnly(2030, 1, 31), Read("\"2030-01-31\"", default(DateOnly)));
        Assert.Equal(new Uri("https://example.com/a"), Read("\"https://example.com/a\"", new Uri("about:blank")));
        Assert.Equal(Guid.Parse("0e66560f-0411-4404-a0c5-7bcf35d5c197"),
            Read("\"0e66560f-0411-4404-a0c5-7bcf35d5c197\"", Guid.Empty));
        Assert.Equal("""{"a":[1]}""", Read("""{"a":[1]}""", default(JsonElement)).GetRawText());
    }

    [Theory]
    [InlineData("2030-01-01")]
    [InlineData("2030-01-01T00:00:00")]
    [InlineData("2030-01-01T00:00:00+1:00")]
    [InlineData("2030-01-01T00:00:60Z")]
    public void A_time_that_hosts_could_read_in_two_ways_is_refused(string text) =>
        Assert.Equal(DateTimeOffset.UnixEpoch, Read($"\"{text}\"", DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData("2030-01-01T00:00Z")]
    [InlineData("2030-01-01t01:00:00.0000000009+01:00")]
    [InlineData("2030-01-01T00:00:00.0000000z")]
    [InlineData("2030-1-1 0:00Z")]
    public void A_time_is_read_by_the_rules_of_end_time(string text)
    {
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Read($"\"{text}\"", DateTimeOffset.UnixEpoch));
        Assert.Equal(1,
            OneFlag.Of($$"""{"stable": 0, "new": 1, "end_time": "{{text}}", "duration": "1d"}""").Ask(-1).Value);
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("-0", 0)]
    public void Survive_56_a_whole_number_is_an_integer_however_it_is_written(string json, int value)
    {
        Assert.Equal(value, Read(json, -1));
        Assert.Equal(value, Read(json, -1L));
    }

    [Fact]
    public void Survive_56_an_integer_above_2_to_the_53_keeps_every_digit()
    {
        Assert.Equal(9007199254740993, Read("9007199254740993", 0L));
        Assert.Equal(long.MaxValue, Read("9223372036854775807", 0L));
        Assert.Equal(9007199254740993m, Read("9007199254740993", 0m));
        Assert.Equal("9007199254740993", Read("9007199254740993", default(JsonElement)).GetRawText());
        Assert.Equal(-1, Read("9007199254740993", -1));
        Assert.Equal(-1, Read("9223372036854775808", -1L));
    }

    [Theory]
    [InlineData("1", "\"b\"", "'new' is \"b\", which is no integer of 32 bits.")]
    [InlineData("\"a\"", "2", "'stable' is \"a\", which is no integer of 32 bits.")]
    [InlineData("1", "2.5", "'new' is 2.5, which is no integer of 32 bits.")]
    [InlineData("1", "null", "'new' is null, which is no integer of 32 bits.")]
    public void Survive_56_a_flag_whose_sides_are_of_two_types_answers_the_default_to_everybody(
        string stable, string @new, string error)
    {
        var config = OneFlag.Of($$"""{"stable": {{stable}}, "new": {{@new}}, "early_adopters": ["a"]}""");

        foreach (var key in (string[])["a", "b"])
        {
            var answer = config.Ask(-1, key);
            Assert.Equal((-1, Side.Default, EvaluationReason.WrongType, error),
                (answer.Value, answer.Side, answer.Reason, answer.Error));
        }
    }

    [Fact]
    public void Survive_56_any_JSON_may_have_sides_of_two_types()
    {
        var config = OneFlag.Of("""{"stable": 1, "new": {"b": 2}, "early_adopters": ["a"]}""");

        Assert.Equal("""{"b": 2}""", config.Explain("s", "f", "a").Value.GetRawText());
        Assert.Equal("1", config.Explain("s", "f", "b").Value.GetRawText());
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    public void Survive_43_a_number_beyond_its_type_answers_the_default(string json)
    {
        IsWrongType(json, -1);
        IsWrongType(json, -1L);
        IsWrongType(json, -1.0);
        IsWrongType(json, -1m);
        IsWrongType<double?>(json, -1);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void What_is_no_int_answers_the_default(string json) => Assert.Equal(-1, Read(json, -1));

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void What_is_no_boolean_answers_the_default(string json) => Assert.True(Read(json, true));

    [Fact]
    public void Half_a_character_is_no_string() => Assert.Equal("default", Read("\"\\ud800\"", "default"));

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("[1, \"\\ud800\"]")]
    [InlineData("{\"a\": {\"b\": \"\\ud800\"}}")]
    [InlineData("{\"\\ud800\": 1}")]
    public void Half_a_character_is_nowhere_in_any_JSON(string json)
    {
        var answer = Config(json).Explain("s", "f", "key");

        Assert.Equal((JsonValueKind.Undefined, EvaluationReason.WrongType), (answer.Value.ValueKind, answer.Reason));
        Assert.EndsWith("which is no JSON of whole characters.", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"\ud800": 1, "a": 7}""")]
    [InlineData("""{"a": 7, "\ud800": {"\udfff": "\ud800"}, "\udfff": 2}""")]
    public void Half_a_character_in_a_member_that_a_record_does_not_know_loses_nothing(string json)
    {
        static FlagReading<int> ReadA(JsonElement record) => FlagReaders.Required(record, "a", FlagReaders.Of<int>());
        static FlagReading<int> ReadB(JsonElement record) =>
            FlagReaders.Optional(record, "b", FlagReaders.Of<int>(), 5);

        Assert.Equal(7, Config(json).GetFlag(new FlagKey<int>("s", "f", -1) { Reader = ReadA }).Evaluate("key"));
        Assert.Equal(5, Config(json).GetFlag(new FlagKey<int>("s", "f", -1) { Reader = ReadB }).Evaluate("key"));
    }

    [Fact]
    public void Half_a_character_is_no_time() =>
        Assert.Equal(DateTimeOffset.UnixEpoch, Read("\"2030-01-01T00:00:00\\ud800\"", DateTimeOffset.UnixEpoch));

    [Fact]
    public void Half_a_character_is_no_GUID() =>
        Assert.Equal(Guid.Empty, Read("\"\\ud8000e66560f-0411-4404-a0c5-7bcf35d5c197\"", Guid.Empty));

    [Fact]
    public void A_relative_URI_is_no_URI() => Assert.Null(Read<Uri?>("\"/a\"", null));

    [Fact]
    public void Null_is_a_value_where_the_type_has_it()
    {
        Assert.Null(Read<int?>("null", 5));
        Assert.Null(Read<bool?>("null", true));
        Assert.Equal(5, Read<int?>("\"x\"", 5));
    }

    [Fact]
    public void Null_is_a_text_only_where_the_flag_says_so()
    {
        var config = Config("null");

        Assert.Equal("default", config.GetValue("s", "f", "key", "default"));
        Assert.Equal("default", config.GetFlag(new FlagKey<string>("s", "f", "default")).Evaluate("key"));
        Assert.Null(config.GetFlag(new FlagKey<string?>("s", "f", "default") { AllowsNull = true }).Evaluate("key"));
    }

    [Fact]
    public void A_type_that_no_flag_can_have_is_refused_with_those_it_can()
    {
        var e = Assert.Throws<NotSupportedException>(() => Config("1").GetValue("s", "f", "key", DateTime.MinValue));

        Assert.Contains("DateTimeOffset", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_explained()
    {
        var answer = Config("\"yes\"").GetFlag("s", "f", true).Explain("key");

        Assert.Equal(EvaluationReason.WrongType, answer.Reason);
        Assert.Equal(Side.Default, answer.Side);
        Assert.Equal("'stable' is \"yes\", which is no boolean.", answer.Error);
    }

    private static void IsWrongType<T>(string json, T otherwise)
    {
        var answer = Config(json).Ask(otherwise);
        Assert.Equal((otherwise, EvaluationReason.WrongType), (answer.Value, answer.Reason));
    }

    private static T Read<T>(string json, T otherwise) => Config(json).GetValue("s", "f", "key", otherwise);

    private static SlowrollConfig Config(string stable) =>
        SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$$"""{"s": {"f": {"stable": {{{stable}}} } } }"""));
}
