using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Documents;

public class MissingFlagTests
{
    private const string Config = """
        {"$schema": "./app.schema.json",
         "features": {"install_to_opt_foo": {"stable": 1}, "install_to_opt_bar": {"stable": 1}, "some_cli": {"stable": 1} },
         "limits": {"x": {"stable": 1} },
         "empty": {} }
        """;

    [Theory]
    [InlineData(Config, "featurse", "x", "The config has no section 'featurse'. It has: 'features', 'limits'.")]
    [InlineData(Config, "Features", "x", "The config has no section 'Features'. It has: 'features', 'limits'.")]
    [InlineData(Config, "features", "instal_to_opt_foo",
        "Section 'features' has no flag 'instal_to_opt_foo'. Near it: 'install_to_opt_foo', 'install_to_opt_bar'.")]
    [InlineData(Config, "features", "SOME_CLI", "Section 'features' has no flag 'SOME_CLI'. Near it: 'some_cli'.")]
    [InlineData(Config, "limits", "y", "Section 'limits' has no flag 'y'. Near it: 'x'.")]
    [InlineData(Config, "features", "theme", "Section 'features' has no flag 'theme'.")]
    [InlineData(Config, "empty", "x", "Section 'empty' has no flag 'x'.")]
    [InlineData("{}", "features", "x", "The config has no section 'features': it is empty.")]
    public void A_wrong_section_is_told_from_a_wrong_key_and_what_may_be_meant_is_named(
        string text, string section, string key, string sentence)
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text));

        Assert.Equal(sentence, config.Ask(-1, key: key, section: section).Error);
        Assert.Equal(sentence, config.Explain(section, key, "key").Error);
    }

    [Fact]
    public void Where_there_is_no_config_the_section_is_not_blamed() =>
        Assert.Equal("There is no config.", SlowrollConfig.Empty.Ask(-1).Error);

    [Fact]
    public void No_name_is_too_long_and_no_config_too_large_to_be_explained()
    {
        var names = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"f{i}\": {{}}"));
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": { {{names}}, "{{new string('n', 10_000)}}": {} } }"""));

        Assert.EndsWith(
            "Near it: 'f0', 'f1', 'f2', 'f3', 'f4'.", config.Explain("s", "f", "key").Error, StringComparison.Ordinal);
        Assert.Equal(EvaluationReason.Missing, config.Ask(-1, key: new string('n', 1 << 20)).Reason);
    }

    [Fact]
    public void An_untyped_explanation_without_an_answer_has_an_undefined_value_and_can_be_printed_and_compared()
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(Config));
        var missing = config.Explain("limits", "y", "key");

        Assert.Equal(JsonValueKind.Undefined, missing.Value.ValueKind);
        Assert.Contains("Reason = Missing", missing.ToString(), StringComparison.Ordinal);
        Assert.True(missing == config.Explain("limits", "y", "key"));
        Assert.Equal(missing.GetHashCode(), config.Explain("limits", "y", "key").GetHashCode());
    }
}
