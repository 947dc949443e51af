using System.Text;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Slowroll.FeatureManagement.Tests.Mapping;

/// <summary>The configuration of a variant is what the platform reads of the same JSON in a file.</summary>
public class JsonSectionTests
{
    public static TheoryData<string> Values =>
    [
        "true", "false", "1", "1.50", "1e400", "\"\"", "\"a:b\"", "\"\\u0000<script>\"",
        "[1, [2, \"x\"], {\"a\": true}]",
        """{"a": {"B": 1, "c:d": "e"}, "f": [], "g": {}, "": 2}""", """{"a": 1, "A": 2, "a ": 3}""",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_read_as_from_a_file(string json)
    {
        await using var shop = await Shop.StartAsync(() => $$"""{"shop": {"new_checkout": {"stable": {{json}} } } }""",
            features => features.AddSlowroll<ShopFlags>(flags =>
            {
                flags.HashKeyOf = _ => "ada";
                flags.Add("F", new FlagKey<System.Text.Json.JsonElement>("shop", "new_checkout", default));
            }));
        var variant = await shop.Services.GetRequiredService<IVariantFeatureManager>()
            .GetVariantAsync("F", new TargetingContext());

        Assert.Equal("stable", variant.Name);
        Assert.Equal(PairsOfFile(json), Pairs(variant.Configuration));
    }

    private static string PairsOfFile(string json)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes($$"""{"Value": {{json}} }"""));
        try
        {
            return Pairs(new ConfigurationBuilder().AddJsonStream(file).Build().GetSection("Value"));
        }
        catch (FormatException)
        {
            // The platform refuses two names that differ in case only; here the last one counts.
            return "a =3; a=2";
        }
    }

    private static string Pairs(IConfigurationSection section) =>
        string.Join("; ", section.AsEnumerable(makePathsRelative: true)
            .Where(pair => pair.Value is not null and not "")
            .Select(pair => $"{pair.Key}={pair.Value}")
            .Append(section.Value)
            .Where(text => text is not null)
            .Order(StringComparer.Ordinal));
}
