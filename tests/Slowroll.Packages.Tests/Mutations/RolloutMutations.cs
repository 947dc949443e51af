namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in the rollouts of a config: what can't be read, is over, or takes something away.</summary>
internal static class RolloutMutations
{
    private const string Config = "shop.json";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW3005
        new("A flag is a bare value", Config, "'fuzzy': { 'stable': false }", "'fuzzy': false",
            "SLOW3005 shop.json(44,14)"),
        new("The old value is missing", Config, "      'stable': 50,\n", "",
            "SLOW3005 shop.json(13,5)"),
        new("The field of the old value is misspelt", Config, "'fuzzy': { 'stable'", "'fuzzy': { 'stabel'",
            "SLOW3005 shop.json(44,5)", "SLOW3019 shop.json(44,16)"),
        new("The end time is missing", Config, "      'end_time': '2030-04-01 00:00Z',\n", "",
            "SLOW3005 shop.json(13,5)"),
        new("The duration is missing", Config, "      'duration': '7d',\n", "",
            "SLOW3005 shop.json(13,5)"),
        new(
            "A new value has no schedule",
            Config,
            "'fuzzy': { 'stable': false }",
            "'fuzzy': { 'stable': false, 'new': true }",
            "SLOW3005 shop.json(44,5)"),
        new("A time has no zone", Config, "2030-04-01 00:00Z", "2030-04-01 00:00",
            "SLOW3005 shop.json(16,19)"),
        new("A time is a day that there isn't", Config, "2030-04-01 00:00Z", "2030-04-31 00:00Z",
            "SLOW3005 shop.json(16,19)"),
        new("A time is a number", Config, "'2030-04-01 00:00Z'", "1901232000",
            "SLOW3005 shop.json(16,19)"),
        new("A duration has a unit that there isn't", Config, "'7d'", "'1w'",
            "SLOW3005 shop.json(17,19)"),
        new("A duration's unit is spelt out", Config, "'7d'", "'7 days'",
            "SLOW3005 shop.json(17,19)"),
        new("A duration is a number", Config, "'7d'", "7",
            "SLOW3005 shop.json(17,19)"),
        new("A duration is negative", Config, "'7d'", "'-7d'",
            "SLOW3005 shop.json(17,19)"),
        new("A percentage is above a hundred", Config, "'end_pct': 90", "'end_pct': 900",
            "SLOW3005 shop.json(28,18)"),
        new("A percentage is a text", Config, "'start_pct': 10", "'start_pct': '10%'",
            "SLOW3005 shop.json(27,20)"),
        new(
            "The early adopters are no list",
            Config,
            "'early_adopters': ['ada', 'grace']",
            "'early_adopters': 'ada, grace'",
            "SLOW3005 shop.json(9,25)"),
        new("An early adopter is a number", Config, "['ada', 'grace']", "['ada', 'grace', 7]",
            "SLOW3013 shop.json(9,42)"),
        new("A pattern has a bracket too few", Config, "'test-.*'", "'test-(.*'",
            "SLOW3005 shop.json(10,34)"),
        new("A pattern looks ahead", Config, "'test-.*'", "'test-(?=1).*'",
            "SLOW3005 shop.json(10,34)"),
        new("A salt is a number", Config, "'salt': 'one_click'", "'salt': 1",
            "SLOW3005 shop.json(11,15)"),
        new("Texts are to be interpolated", Config, "'duration': '1d 12h'", "'duration': '1d 12h', 'interpolate': true",
            "SLOW3005 shop.json(36,44)"),
        new("The switch for interpolation is a text", Config, "'interpolate': true", "'interpolate': 'yes'",
            "SLOW3005 shop.json(18,22)"),

        // SLOW3006
        new(
            "A rollout is over, and the other config has what everybody has",
            Config,
            "2030-04-01 00:00Z",
            "2030-02-01 00:00Z",
            "SLOW3006 Checkout.cs(18,63)", "SLOW3006 shop.json(16,19)"),
        new(
            "A rollout is over, and the other config has something else",
            Config,
            "2030-06-01 00:00Z",
            "2030-01-31 00:00Z",
            "SLOW3006 shop.json(40,69)"),
        new("A rollout is over, and no accessor asks for it", Config,
            "'fuzzy': { 'stable': false }",
            "'fuzzy': { 'stable': false, 'new': true, 'end_time': '2030-02-01 00:00Z', 'duration': '1d' }",
            "SLOW3006 shop.json(44,58)"),

        // SLOW3010
        new(
            "A ramp that goes on is stretched",
            Config,
            "'2030-03-15 00:00Z',\n      'duration': '14d'",
            "'2030-03-29 00:00Z',\n      'duration': '28d'",
            "SLOW3010 shop.json(4,5)"),
        new("A ramp that goes on is postponed", Config, "2030-03-15 00:00Z", "2030-03-20 00:00Z",
            "SLOW3010 shop.json(4,5)"),
        new("A ramp that goes on begins anew with less", Config, "'start_pct': 10", "'start_pct': 0",
            "SLOW3010 shop.json(22,5)"),
        new("A ramp that goes on gets another salt", Config, "'salt': 'one_click'", "'salt': 'one-click'",
            "SLOW3010 shop.json(11,15)"),
        new("An early adopter is gone", Config, "['ada', 'grace']", "['grace']",
            "SLOW3010 shop.json(9,25)"),
        new("A pattern of early adopters is gone", Config, ",\n      'early_adopter_patterns': ['test-.*']", "",
            "SLOW3010 shop.json(4,5)"),

        // SLOW3013
        new("The new value is missing", Config, "      'new': 40,\n", "",
            "SLOW3013 shop.json(15,7)"),
        new("A duration is empty", Config, "'7d'", "''",
            "SLOW3013 shop.json(17,19)"),
        new("An early adopter is empty", Config, "['ada', 'grace']", "['ada', 'grace', '']",
            "SLOW3013 shop.json(9,42)"),
        new("A pattern of early adopters is empty", Config, "['test-.*']", "['test-.*', '']",
            "SLOW3013 shop.json(10,45)"),

        // SLOW3022
        new("A freeze that held a ramp is gone", "live/shop.json", "'duration': '14d',",
            "'duration': '14d', 'freezes': [{ 'from': '2030-03-03 00:00Z', 'until': '2030-03-05 00:00Z' }],",
            "SLOW3022 shop.json(4,5)"),

        // SLOW3023
        new("A rollback is gone", "live/shop.json", "'duration': '14d',",
            "'duration': '14d', 'rollback': { 'from': '2030-03-05 00:00Z', 'over': '1h' },",
            "SLOW3023 shop.json(4,5)"),

        // SLOW3024
        new("A ramp that goes on has begun earlier", Config, "'duration': '14d'", "'duration': '28d'",
            "SLOW3024 shop.json(4,5)"),

        // SLOW3025
        new("A rollback comes before the start", Config, "'duration': '1d 12h'",
            "'duration': '1d 12h', 'rollback': { 'from': '2030-03-20 00:00Z' }",
            "SLOW3011 shop.json(36,29)", "SLOW3025 shop.json(36,51)"),
    ];
}
