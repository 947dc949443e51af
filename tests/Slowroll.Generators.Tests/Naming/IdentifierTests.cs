using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Tests.Naming;

public class IdentifierTests
{
    [Theory]
    [InlineData("install_to_opt_foo", "InstallToOptFoo")]
    [InlineData("kebab-case.with dots", "KebabCaseWithDots")]
    [InlineData("someCLI", "SomeCLI")]
    [InlineData("MAX_SIZE", "MaxSize")]
    [InlineData("__x__", "X")]
    [InlineData("2fa", "_2fa")]
    [InlineData("v2_1", "V21")]
    [InlineData("class", "Class")]
    [InlineData("über_größe", "ÜberGröße")]
    [InlineData("漢字", "漢字")]
    [InlineData("fox🦊tail", "FoxTail")]
    [InlineData("zero\u200Bwidth", "Zerowidth")]
    [InlineData("\u202Ereversed", "Reversed")]
    [InlineData("e\u0301tat", "État")]
    [InlineData("\u0301x", "X")]
    [InlineData("istanbul", "Istanbul")]
    [InlineData("🦊", null)]
    [InlineData("___", null)]
    [InlineData("", null)]
    public void A_key_becomes_a_pascal_case_name(string key, string? expected) =>
        Assert.Equal(expected, Identifier.Pascal(key));

    [Theory]
    [InlineData("user-id", "userId")]
    [InlineData("Host", "host")]
    [InlineData("API_KEY", "apiKey")]
    [InlineData("hashKey", "hashKey")]
    public void A_hash_key_becomes_a_camel_case_name(string text, string expected) =>
        Assert.Equal(expected, Identifier.Camel(text));

    [Theory]
    [InlineData("SomeCLI", true)]
    [InlineData("CLI", true)]
    [InlineData("someCli", false)]
    [InlineData("Some_Cli", false)]
    [InlineData("_2fa", false)]
    [InlineData("class", false)]
    [InlineData("Two Words", false)]
    [InlineData("", false)]
    public void A_name_that_is_asked_for_must_be_pascal_case(string name, bool expected) =>
        Assert.Equal(expected, Identifier.IsPascal(name));

    [Theory]
    [InlineData("Acme.Web", "Acme.Web")]
    [InlineData("acme-web", "acme_web")]
    [InlineData("Acme.class.2nd", "Acme.@class._2nd")]
    [InlineData("Acme..Web.", "Acme.Web")]
    [InlineData("", "")]
    public void Any_root_namespace_becomes_a_namespace(string root, string expected) =>
        Assert.Equal(expected, Identifier.Namespace(root));
}
