using System.Text.Json;
using Json.Schema;
using Slowroll.Tool.Expectations;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Tests.Expectations;

/// <summary>The JSON Schema of specs and their reader agree.</summary>
public sealed class SpecReaderTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(TestCommand.Schema);

    [Theory]
    [InlineData(""" "host": "a", "has": "new", "by": "2030-03-05" """, true)]
    [InlineData(
        """ "hosts": ["a"], "value": null, "from": "2030-03-05", "until": "2030-03-06", "x-y": 1, "because": "z" """,
        true)]
    [InlineData(""" "share": { "atMost": 5, "atLeast": 0 }, "at": "2030-03-05 12:00Z" """, true)]
    [InlineData(""" "share": {}, "at": "2030-03-05" """, false)]
    [InlineData(""" "share": { "atMost": 101 }, "at": "2030-03-05" """, false)]
    [InlineData(""" "host": "a", "has": "old", "by": "2030-03-05" """, false)]
    [InlineData(""" "host": "a", "has": "new" """, false)]
    [InlineData(""" "host": "a", "has": "new", "by": "2030-03-05", "at": "2030-03-05" """, false)]
    [InlineData(""" "host": "a", "has": "new", "value": 1, "by": "2030-03-05" """, false)]
    [InlineData(""" "host": "a", "has": "new", "from": "2030-03-05", "by": "2030-03-05" """, false)]
    [InlineData(""" "host": "a", "has": "new", "by": "2030-03-05", "hots": 1 """, false)]
    [InlineData(""" "hosts": [], "has": "new", "by": "2030-03-05" """, false)]
    public void Both_take_and_refuse_the_same(string members, bool isGood)
    {
        var text = $$"""{ "config": "c.json", "expectations": [{ "flag": "a.b", {{members}} }] }""";
        using var json = JsonDocument.Parse(text);
        var (_, faults) = SpecReader.Read(new TextFile("s.json", System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.Equal((isGood, isGood), (Schema.Evaluate(json.RootElement).IsValid, !faults.AreThere));
    }
}
