using System.Text;
using System.Text.Json;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.EndToEnd;

/// <summary>The generated class, compiled and loaded, asks the runtime itself.</summary>
public class AnswerTests
{
    private static readonly Type AppFeatures = LoadedProject
        .Load(TestProject.WithSchema(SampleSchemas.Rich))
        .GetType("Acme.Web.AppFeatures")!;

    private static readonly object Configured = Over("""
        {
          "features": {
            "is_on": { "stable": true },
            "title": { "stable": "hello" },
            "count": { "stable": 7 },
            "ratio": { "stable": 0.25 },
            "anything": { "stable": [1] },
            "nothing": { "stable": [2] }
          },
          "limits": {
            "bytes": { "stable": 9007199254740995 },
            "price": { "stable": 1.10 },
            "starts_at": { "stable": "2030-03-15T08:00:00-03:00" },
            "day": { "stable": "2030-03-15" },
            "home": { "stable": "https://example.org/" },
            "tenant": { "stable": "00000000-0000-0000-0000-000000000001" },
            "nickname": { "stable": "fox" },
            "quota": { "stable": null }
          }
        }
        """);

    public static TheoryData<string, object?, object?> Answers => new()
    {
        { "IsOn", true, false },
        { "Title", "hello", "say \"hi\"" },
        { "Count", 7, -5 },
        { "Ratio", 0.25, 0.0015 },
        { "Anything", "[1]", """{"a":[1,null]}""" },
        { "Nothing", "[2]", "" },
        { "Bytes", 9007199254740995, 9007199254740993 },
        { "Price", 1.10m, 0m },
        { "StartsAt", new DateTimeOffset(2030, 3, 15, 8, 0, 0, TimeSpan.FromHours(-3)),
            new DateTimeOffset(2025, 1, 31, 7, 0, 15, 250, TimeSpan.Zero) },
        { "Day", new DateOnly(2030, 3, 15), new DateOnly(2025, 1, 31) },
        { "Home", new Uri("https://example.org/"), new Uri("https://example.com/ü") },
        { "TenantID", new Guid("00000000-0000-0000-0000-000000000001"),
            new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff") },
        { "Nickname", "fox", null },
        { "Quota", null, 3 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_flag_answers_what_the_config_says(string flag, object? configured, object? _) =>
        Assert.Equal(configured, Ask(Configured, flag));

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_flag_answers_its_default_while_the_config_has_nothing(string flag, object? _, object? @default) =>
        Assert.Equal(@default, Ask(Over("{}"), flag));

    [Theory]
    [InlineData("rig-pad40cd", true)]
    [InlineData("web-vpdx1as", false)]
    public void A_hash_key_that_was_hashed_before_gets_the_answer_of_its_text(string key, bool expected)
    {
        var half = Over("""
            {
              "features": {
                "is_on": { "stable": false, "new": true, "end_time": "2020-01-01 00:00Z", "duration": "1d", "end_pct": 50 }
              }
            }
            """);

        Assert.Equal(expected, Ask(half, "IsOn", key));
        Assert.Equal(expected,
            AppFeatures.GetMethod("IsOn", [typeof(HashKey).MakeByRefType()])!.Invoke(half, [new HashKey(key)]));
    }

    private static object Over(string config) =>
        Activator.CreateInstance(AppFeatures, SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(config)))!;

    // Two pieces of JSON are never equal, their texts are.
    private static object? Ask(object flags, string flag, string key = "a") =>
        AppFeatures.GetMethod(flag, [typeof(string)])!.Invoke(flags, [key]) switch
        {
            JsonElement json => json.ToString(),
            var answer => answer,
        };
}
