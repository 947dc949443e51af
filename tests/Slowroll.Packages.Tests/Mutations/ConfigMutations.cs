namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in a snapshot of a config: its text, its names and its values.</summary>
internal static class ConfigMutations
{
    private const string Config = "shop.json";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW3001
        new("A value of the config is forgotten", Config, "'timeout': { 'stable': 250 }", "'timeout': { 'stable': }",
            "SLOW3001 shop.json(45,28)"),
        new(
            "A comma of the config is forgotten",
            Config,
            "'fuzzy': { 'stable': false },",
            "'fuzzy': { 'stable': false }",
            "SLOW3001 shop.json(45,5)"),
        new(
            "A text of the config holds half a character",
            Config,
            "{ 'stable': 'Hello' }",
            "{ 'stable': 'Hello \\ud83d' }",
            "SLOW3004 shop.json(39,29)"),
        new("The config goes on behind its end", Config, "'text': 1 } }\n  }\n}", "'text': 1 } }\n  }\n}\n}",
            "SLOW3001 shop.json(49,1)"),
        new("A comma of the earlier snapshot is forgotten", "live/shop.json", "'new': true,", "'new': true",
            "SLOW3001 live/shop.json(7,7)"),

        new("The config is a page of HTML", Config, "{\n  '$schema'", "<html>{\n  '$schema'",
            "SLOW3001 shop.json(1,1)"),

        // SLOW3002
        new("The config has a flag that the schema hasn't", Config,
            "    'fuzzy': { 'stable': false },",
            "    'fuzzy': { 'stable': false },\n    'spelling': { 'stable': false },",
            "SLOW3002 shop.json(45,5)"),
        new("The config has a section that the schema hasn't", Config,
            "  'search': {", "  'mobile': { 'app': { 'stable': false } },\n  'search': {",
            "SLOW3002 shop.json(43,3)"),
        new("A flag of the config is misspelt", Config, "'fuzzy'", "'fuzy'",
            "SLOW3002 shop.json(44,5)"),
        new("A name of the config writes errors and commands on lines of its own", Config,
            "    'fuzzy': { 'stable': false },", "    'fuzzy': { 'stable': false },\n    'a\\nPayments.cs(1,1): error "
                + "CS0666: x\\n##vso[task.complete result=Failed]': { 'stable': false },",
            "SLOW3002 shop.json(45,5)"),
        new("A section of the config is misspelt", Config, "'search'", "'serach'",
            "SLOW3002 shop.json(43,3)"),

        new("A flag of which everybody has 'new' stays in the config", Config,
            "    'fuzzy': { 'stable': false },", "    'fuzzy': { 'stable': false },\n    'instant': { 'stable': "
                + "false, 'new': true, 'end_time': '2030-02-01 00:00Z', 'duration': '1d' },",
            "SLOW3006 shop.json(45,60)"),

        // SLOW3003
        new("A flag is gone from the config", Config, "    'fuzzy': { 'stable': false },\n", "",
            "SLOW3003 shop.json(43,3)"),
        new("A section is gone from the config", Config,
            "  },\n  'search': {\n    'fuzzy': { 'stable': false },\n    'timeout': { 'stable': 250 },\n "
                + "   'weights': { 'stable': { 'title': 2, 'text': 1 } }\n  }", "  }",
            "SLOW3003 shop.json(1,1)"),

        // SLOW3004
        new("False is written as a text", Config, "'fuzzy': { 'stable': false }", "'fuzzy': { 'stable': 'false' }",
            "SLOW3004 shop.json(44,26)"),
        new("A whole number has a part", Config, "'timeout': { 'stable': 250 }", "'timeout': { 'stable': 250.5 }",
            "SLOW3004 shop.json(45,28)"),
        new(
            "A whole number is too large",
            Config,
            "'timeout': { 'stable': 250 }",
            "'timeout': { 'stable': 3000000000 }",
            "SLOW3004 shop.json(45,28)"),
        new("A new value has another type", Config, "'new': 40", "'new': '40'",
            "SLOW3004 shop.json(15,14)"),
        new(
            "A value is null where it may not be",
            Config,
            "'discount': { 'stable': 0.5 }",
            "'discount': { 'stable': null }",
            "SLOW3004 shop.json(20,29)"),
        new("A value is none of its enum", Config, "'new': 'dark'", "'new': 'drak'",
            "SLOW3004 shop.json(34,14)"),
        new("A value lacks what is required", Config, "{ 'text': 'Sale', ", "{ ",
            "SLOW3004 shop.json(38,27)"),
        new("A member that is required is misspelt", Config, "{ 'text': 'Sale', ", "{ 'txet': 'Sale', ",
            "SLOW3004 shop.json(38,29)"),
        new("A member of a value has another type", Config, "'until': '2030-03-31'", "'until': '31 March'",
            "SLOW3004 shop.json(38,72)"),
        new("An item of a value has another type", Config, "['eu', 'us']", "['eu', 49]",
            "SLOW3004 shop.json(40,50)"),
        new("A list is written as its only item", Config, "'stable': ['eu']", "'stable': 'eu'",
            "SLOW3004 shop.json(40,28)"),
        new("A section is a list", Config,
            "{\n    'fuzzy': { 'stable': false },\n    'timeout': { 'stable': 250 },\n    'weights': { 'stable': { "
                + "'title': 2, 'text': 1 } }\n  }", "[]",
            "SLOW3004 shop.json(43,13)"),

        // SLOW3007
        new("A field of a rollout has another name", Config, "'start_pct'", "'begin_pct'",
            "SLOW3010 shop.json(22,5)", "SLOW3007 shop.json(27,7)"),
        new(
            "A rollout has a field of its own",
            Config,
            "'fuzzy': { 'stable': false }",
            "'fuzzy': { 'stable': false, 'ticket': 4711 }",
            "SLOW3007 shop.json(44,33)"),
        new("A field of its own is misspelt", Config, "'owner'", "'ownr'",
            "SLOW3007 shop.json(41,41)"),

        new("A member of a value is misspelt", Config, "'until': '2030-03-31'", "'untill': '2030-03-31'",
            "SLOW3007 shop.json(38,63)"),

        // SLOW3008
        new("A field stands twice", Config, "'duration': '7d',", "'duration': '7d',\n      'duration': '8d',",
            "SLOW3008 shop.json(18,7)"),
        new(
            "A flag stands twice",
            Config,
            "    'fuzzy': { 'stable': false },",
            "    'fuzzy': { 'stable': false },\n    'fuzzy': { 'stable': true },",
            "SLOW3008 shop.json(45,5)"),
        new("A section stands twice", Config, "  'search': {", "  'search': {},\n  'search': {",
            "SLOW3008 shop.json(44,3)"),
        new(
            "A member of a value stands twice",
            Config,
            "{ 'title': 2, 'text': 1 }",
            "{ 'title': 2, 'text': 1, 'title': 3 }",
            "SLOW3008 shop.json(46,53)"),

        // SLOW3009
        new("Old and new are the same value", Config, "'new': 'dark'", "'new': 'light'",
            "SLOW3009 shop.json(34,14)"),
        new("Old and new are the same number", Config, "'new': 40", "'new': 50.0",
            "SLOW3009 shop.json(15,14)"),

        // SLOW3011
        new("The config has a comment", Config, "'stable': 50,", "'stable': 50, // euros",
            "SLOW3011 shop.json(14,21)"),
        new("The config has a comma behind the last", Config, "'interpolate': true", "'interpolate': true,",
            "SLOW3011 shop.json(18,26)"),
        new("A time has a T", Config, "2030-05-01 12:00:00Z", "2030-05-01T12:00:00Z",
            "SLOW3011 shop.json(35,19)"),
        new("A time has an offset", Config, "2030-05-01 12:00:00Z", "2030-05-01 14:00:00+02:00",
            "SLOW3011 shop.json(35,19)"),
    ];
}
