using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Promises;

/// <summary>What a config, a source or a locks file says is quoted in the log, in explanations and in exceptions, and
/// never becomes a line of its own.</summary>
public sealed class OneLineOutputTests : IDisposable
{
    private static readonly string[] Hostile =
    [
        "a\nPayments.cs(1,1): error CS0666: x", "##vso[task.complete result=Failed]", "a\r\n##vso[x]",
        "\u001b[2J\u0007\u009b31m\0",
        "a\u202Eb\u2066\u061C", "a\u2028b\u2029c\u0085d", new('\u0001', 3_000), new('x', 5_000_000),
    ];

    private readonly TemporaryDirectory _directory = new();
    private readonly Lines _log = new();

    public static TheoryData<int> Texts => [.. Enumerable.Range(0, Hostile.Length)];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_explanation_and_the_log_of_a_hostile_flag_are_one_short_line(int text)
    {
        foreach (var flag in Flags(Hostile[text]))
        {
            var (section, key) = (Hostile[text], $"f{Hostile[text]}");
            var json = $$"""{ {{Json(section)}}: { {{Json(key)}}: {{flag}}, {{Json(key + "2")}}: {} } }""";
            using var config =
                SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(json), new SlowrollOptions { LoggerFactory = _log });

            AssertPrintable(config.GetFlag(section, key, 1).Explain("h"));
            AssertPrintable(config.GetFlag(section, key, "").Explain("h"));
            AssertPrintable(config.GetFlag(section, key, DateTimeOffset.MinValue).Explain("h"));
            AssertPrintable(config.GetFlag(section, key + "3", 1).Explain("h"));
            AssertPrintable(config.GetFlag(section + "2", key, 1).Explain("h"));
            AssertPrintable(config.GetFlag(new FlagKey<List>(section, key, new()) { Reader = ReadList }).Explain("h"));
            AssertPrintable(
                config.GetFlag(new FlagKey<List>(section, key, new()) { Reader = RefuseList }).Explain("h"));
        }

        Assert.NotEmpty(_log.All);
        Assert.All(_log.All, line => AssertPrintable(line));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_name_of_an_audience_and_what_people_wrote_to_a_freeze_are_one_short_line(int text)
    {
        var hostile = Json(Hostile[text]);
        var json = $$"""
            {
              "$slowroll": {
                "audiences": { {{hostile}}: { "keys": ["h"] } },
                "freezes": [{ "from": "2000-01-01 00:00Z", "reason": {{hostile}} }]
              },
              "s": { "f": {
                "stable": 1, "new": 2, "start_time": "2010-01-01 00:00Z", "duration": "1d",
                "waves": [{ "audience": {{hostile}} }]
              } }
            }
            """;
        using var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(json));

        var why = config.GetFlag("s", "f", 1).Explain("h");

        Assert.True(why.Standstill is { IsFreeze: true, Until: null, Reason: not null });
        Assert.NotNull(why.Wave?.Audience);
        AssertPrintable(why);
        AssertPrintable(why.Wave.Audience);
        AssertPrintable(why.Standstill.Reason);
        Assert.InRange(why.Wave.Audience.Length + why.Standstill.Reason.Length, 0, 250);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_log_and_the_status_of_a_hostile_source_are_one_short_line(int text)
    {
        var hostile = Hostile[text];
        var locks = Path.Combine(_directory.Path, "locks");
        await File.WriteAllTextAsync(locks, $"s.{hostile}=new\ns.{hostile}2=new");
        string[] configs = [hostile, $$"""{ "s": {{hostile}} }""", "{}", "{"];
        var answers = new Queue<FetchResult>(configs
            .Select(config => FetchResult.Fresh(Encoding.UTF8.GetBytes(config), hostile))
            .Concat(
                [FetchResult.Failed(hostile), FetchResult.Failed(hostile + "2", new InvalidOperationException("x"))]));
        var options = new SlowrollOptions
        {
            LoggerFactory =
            _log,
            UseDiskCache = false,
            LocksFile = locks,
            PollInterval = Timeout.InfiniteTimeSpan
        };
        var source = ConfigSource.From(
            hostile,
            (_, _) => new(answers.Count > 0 ? answers.Dequeue() : throw new InvalidOperationException(hostile)));
        await using var config = await SlowrollConfig.OpenAsync(source, "test", options);
        for (var refresh = 0; refresh < configs.Length + 3; refresh++)
        {
            AssertPrintable(config.Status.LastError ?? "");
            AssertPrintable(config.Status.Source);
            Assert.All(config.Status.ToString().Split('\n'), line => AssertPrintable(line, lines: 6));
            Assert.All(config.Status.Locks, each => AssertPrintable(each.ToString()));
            await config.RefreshAsync();
        }

        Assert.True(_log.All.Count > 5);
        Assert.All(_log.All.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal)),
            line => AssertPrintable(line));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_message_of_an_exception_is_one_short_line(int text)
    {
        AssertPrintable(Assert.Throws<ConfigFormatException>(() =>
            SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(Hostile[text]))).Message);
        AssertPrintable(new ConfigFormatException(Hostile[text], 1, 2).Message);
        AssertPrintable(new ConfigFormatException(Hostile[text]).Message);
        AssertPrintable(Assert.Throws<ArgumentException>(() => SlowrollConfig.FromJson(
            "{}"u8.ToArray(),
            new SlowrollOptions { Locks = { [new FlagName(Hostile[text], Hostile[text])] = Side.Default } })).Message);
    }

    [Fact]
    public async Task Thousands_of_locks_are_a_few_lines_of_the_log()
    {
        var locks = Path.Combine(_directory.Path, "locks");
        await File.WriteAllLinesAsync(locks, Enumerable.Range(0, 5_000).Select(n => $"s.flag_{n}=new"));
        var options = new SlowrollOptions
        {
            LoggerFactory =
            _log,
            UseDiskCache = false,
            LocksFile = locks,
            PollInterval = Timeout.InfiniteTimeSpan
        };
        await using var config = await SlowrollConfig.OpenAsync(
            ConfigSource.From("test", (_, _) => new(FetchResult.Fresh("{}"u8.ToArray(), null))), "test", options);

        Assert.Equal(21, _log.With("does nothing").Count);
        Assert.Single(_log.With("The lock on each of 4980 more flags"));
        Assert.Contains("and 4980 more", config.Status.ToString(), StringComparison.Ordinal);
        AssertPrintable(config.Status.ToString());
    }

    [Fact]
    public void A_sentence_keeps_its_way_out_however_long_the_value_is()
    {
        var config = OneFlag.Of(
            $$"""{ "stable": 1, "new": 2, "end_time": "2030-01-01 00:00Z", "duration": "{{new string('x', 5_000_000)}}" }""");

        Assert.EndsWith("Write it like '14d', '1d 2h' or '1h30m'.", config.GetFlag("s", "f", 1).Explain("h").Error,
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Flags(string text)
    {
        var json = Json(text);
        const string Times = """ "end_time": "2030-03-15 00:00Z", "duration": "14d" """;
        return
        [
            "1", json, $$"""{ {{json}}: 1 }""", $$"""{ "stable": {{json}} }""", $$"""{ "stable": [{{json}}] }""",
            $$"""{ "stable": { {{json}}: {{json}} } }""", $$"""{ "stable": 1{{new string('0', text.Length)}} }""",
            $$"""{ "stable": 1, "new": 2, "end_time": {{json}}, "duration": "1d" }""",
            $$"""{ "stable": 1, "new": 2, "end_time": "2030-03-15 00:00Z", "duration": {{json}} }""",
            $$"""{ "stable": 1, "new": 2, "end_time": "2030-03-15 00:00Z", "duration": {{Json("1d 2" + text)}} }""",
            $$"""{ "stable": 1, "new": 2, "end_time": "2030-03-15 00:00Z", "duration": {{Json("1d 2 days" + text)}} }""",
            $$"""{ "stable": 1, "new": 2, "start_pct": 1{{new string('0', text.Length + 3)}}, {{Times}} }""",
            $$"""{ "stable": 1, "new": 2, "early_adopter_patterns": [{{Json("(" + text)}}] }""",
        ];
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static void AssertPrintable<T>(Evaluation<T> told)
    {
        AssertPrintable(told.Summary);
        AssertPrintable(told.Error ?? "");
        AssertPrintable(told.ToString());
    }

    private static void AssertPrintable(string line) => AssertPrintable(line, lines: 1);

    private static void AssertPrintable(string line, int lines)
    {
        // A level or a few numbers may stand before or behind a message.
        Assert.True(line.Length <= (lines * 2_000) + 300,
            $"{line.Length} characters: {line[..Math.Min(300, line.Length)]}");
        Assert.DoesNotContain("##", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, each => char.IsControl(each) || char.GetUnicodeCategory(each) is
            UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    private sealed record List(IReadOnlyList<int>? Items = null);

    // As generated readers do, by the names of a schema.
    private static FlagReading<List> ReadList(JsonElement json)
    {
        var item = FlagReaders.Required(json, "a\n##vso[x]\u202E", FlagReaders.Of<int>());
        return item.HasValue ? new List([item.Value]) : item.RefusedAs<List>();
    }

    // As a reader of one's own may.
    private static FlagReading<List> RefuseList(JsonElement json) => FlagReaders.Refused<List>(json.GetRawText());
}
