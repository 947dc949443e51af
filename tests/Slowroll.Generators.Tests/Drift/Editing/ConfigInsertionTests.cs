using Slowroll.Schemas.Drift.Editing;

namespace Slowroll.Generators.Tests.Drift.Editing;

public class ConfigInsertionTests
{
    [Theory]
    [InlineData(
        """{ "s": { "a": { "stable": 1 } } }""", """{ "s": { "a": { "stable": 1, "salt": "s.a" } } }""")]
    [InlineData(
        "{\r\n\t\"s\": {\r\n\t\t\"a\": {\r\n\t\t\t\"stable\": 1, // one\r\n\t\t}\r\n\t}\r\n}",
        "{\r\n\t\"s\": {\r\n\t\t\"a\": {\r\n\t\t\t\"stable\": 1,\r\n\t\t\t\"salt\": \"s.a\", // one\r\n"
            + "\t\t}\r\n\t}\r\n}")]
    [InlineData(
        """{ "s": { "a": { "stable": 1 }, "a": { "stable": 2 } } }""",
        """{ "s": { "a": { "stable": 1 }, "a": { "stable": 2, "salt": "s.a" } } }""")]
    public void The_name_of_the_flag_is_inserted_as_its_salt(string config, string expected)
    {
        var insertion = ConfigInsertion.Salt(config, "s", "a");

        Assert.NotNull(insertion);
        Assert.Equal(expected, config.Insert(insertion.Position, insertion.Text));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{ }")]
    [InlineData("""{ "s": { "a": 5 } }""")]
    [InlineData("""{ "s": { "a": { "salt": "" } } }""")]
    public void Where_there_is_no_flag_without_a_salt_nothing_is_inserted(string config) =>
        Assert.Null(ConfigInsertion.Salt(config, "s", "a"));
}
