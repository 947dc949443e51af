namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in schedules and in the settings of a config. The shop has hosts in Python, which read
/// neither.</summary>
internal static class ScheduleMutations
{
    private const string Config = "shop.json";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW3014
        new(
            "A freeze lies in a rollout",
            Config,
            "'duration': '30d'",
            "'duration': '30d', 'freezes': [{ 'from': '2030-05-10 00:00Z', 'until': '2030-05-12"
                + " 00:00Z' }]",
            "SLOW3014 shop.json(40,69)",
            "SLOW3011 shop.json(40,109)"),

        // SLOW3015
        new(
            "A wave stands behind one that takes all",
            Config,
            "'fuzzy': { 'stable': false }",
            "'fuzzy': { 'stable': false, 'new': true, 'start_time': '2030-07-01 00:00Z', 'duration':"
                + " '1d', 'waves': [{}, {}] }",
            "SLOW3011 shop.json(44,46)",
            "SLOW3011 shop.json(44,99)",
            "SLOW3015 shop.json(44,113)"),

        // SLOW3016
        new(
            "Two waves begin at one weekend",
            Config,
            "'fuzzy': { 'stable': false },\n    'timeout': { 'stable': 250 },\n    'weights': {"
                + " 'stable': { 'title': 2, 'text': 1 } }\n  }",
            "'fuzzy': {\n      'stable': false,\n      'new': true,\n      'start_time': '2030-07-06"
                + " 00:00Z',\n      'duration': '1d',\n      'hours': 'Mon-Fri 08:00-16:00Z',\n     "
                + " 'waves': [{ 'audience': 'testers' }, { 'after': '1d' }]\n    },\n    'timeout': {"
                + " 'stable': 250 },\n    'weights': { 'stable': { 'title': 2, 'text': 1 } }\n  },\n "
                + " '$slowroll': { 'audiences': { 'testers': { 'keys': ['oak'] } } }",
            "SLOW3011 shop.json(47,7)",
            "SLOW3011 shop.json(49,7)",
            "SLOW3011 shop.json(50,7)",
            "SLOW3016 shop.json(50,55)",
            "SLOW3011 shop.json(55,3)",
            "SLOW3021 shop.json(55,3)"),

        // SLOW3017
        new(
            "No wave has an audience",
            Config,
            "'text': 1 } }\n  }\n}",
            "'text': 1 } }\n  },\n  '$slowroll': { 'audiences': { 'testers': { 'keys': ['oak'] } }"
                + " }\n}",
            "SLOW3011 shop.json(48,3)",
            "SLOW3021 shop.json(48,3)",
            "SLOW3017 shop.json(48,33)"),

        // SLOW3018
        new(
            "A freeze has no end",
            Config,
            "'duration': '30d'",
            "'duration': '30d', 'freezes': [{ 'from': '2030-05-01 00:00Z' }]",
            "SLOW3011 shop.json(40,109)",
            "SLOW3018 shop.json(40,131)"),

        // SLOW3019
        new(
            "A field of a rollout is misspelt",
            Config,
            "'start_pct'",
            "'start-pct'",
            "SLOW3010 shop.json(22,5)",
            "SLOW3019 shop.json(27,7)"),

        // SLOW3020
        new(
            "A rollout begins before another one is over",
            Config,
            "'duration': '30d'",
            "'duration': '31d'",
            "SLOW3020 shop.json(40,5)"),

        // SLOW3021
        new(
            "The config has settings that the schema hasn't",
            Config,
            "'text': 1 } }\n  }\n}",
            "'text': 1 } }\n  },\n  '$slowroll': { }\n}",
            "SLOW3011 shop.json(48,3)",
            "SLOW3021 shop.json(48,3)"),
    ];
}
