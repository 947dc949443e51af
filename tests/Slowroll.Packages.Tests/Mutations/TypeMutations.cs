namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in the types and the defaults of a schema.</summary>
internal static class TypeMutations
{
    private const string Schema = "shop.schema.json";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW1003
        new(
            "A flag is no rollout",
            Schema,
            "'fuzzy': { '$ref': 'slowroll.schema.json#/$defs/boolean' }",
            "'fuzzy': { 'type': 'boolean' }",
            "SLOW1003 shop.schema.json(74,9)"),
        new(
            "A member has a type that there isn't",
            Schema,
            "'width': { 'type': 'integer' }",
            "'width': { 'type': 'int' }",
            "SLOW1003 shop.schema.json(89,28)"),
        new("The two values of a flag have two types", Schema,
            "'new': { 'type': ['string', 'null'] }", "'new': { 'type': ['integer', 'null'] }",
            "SLOW1003 shop.schema.json(25,76)"),
        new("A value is declared as a rollout", Schema,
            "'width': { 'type': 'integer' }", "'width': { '$ref': 'slowroll.schema.json#/$defs/integer' }",
            "SLOW1003 shop.schema.json(89,18)"),
        new("An enum has values of two kinds", Schema, "'high-contrast'] }", "3] }",
            "SLOW1003 shop.schema.json(82,42)"),
        new("Two values of an enum have one name in C#", Schema, "'high-contrast'] }", "'Dark'] }",
            "SLOW1003 shop.schema.json(82,42)"),
        new("A value of an enum has no letters", Schema, "'high-contrast'] }", "'☾'] }",
            "SLOW1003 shop.schema.json(82,42)"),
        new("An enum has no values", Schema, "{ 'enum': ['light', 'dark', 'high-contrast'] }", "{ 'enum': [] }",
            "SLOW1003 shop.schema.json(82,24)"),
        new("An object requires a member that it hasn't", Schema, "'required': ['text']", "'required': ['txt']",
            "SLOW1003 shop.schema.json(85,20)"),
        new("Two members have one name in C#", Schema, "'width': { 'type'", "'Text': { 'type'",
            "SLOW1003 shop.schema.json(89,9)"),
        new("Two types have one name in C#", Schema,
            "'Theme': { 'enum'", "'Theme': { 'x-slowroll': { 'name': 'Banner' }, 'enum'",
            "SLOW1003 shop.schema.json(83,15)"),

        // SLOW1007
        new("A default is no rollout", Schema, "'default': { 'stable': 250 }", "'default': 250",
            "SLOW1007 shop.schema.json(75,80)"),
        new("A default has another type", Schema, "'default': { 'stable': 0.5 }", "'default': { 'stable': 'half' }",
            "SLOW1007 shop.schema.json(22,92)"),
        new("A default is beyond the maximum", Schema, "'default': { 'stable': 50 }", "'default': { 'stable': 501 }",
            "SLOW1007 shop.schema.json(20,34)"),
        new(
            "A default is no value of its enum",
            Schema,
            "'default': { 'stable': 'light' }",
            "'default': { 'stable': 'bright' }",
            "SLOW1007 shop.schema.json(41,34)"),
        new("A default lacks what is required", Schema, "{ 'text': 'Welcome', 'width': 300 }", "{ 'width': 300 }",
            "SLOW1007 shop.schema.json(46,34)"),
        new("A member of a default has another type", Schema, "'width': 300 }", "'width': '300px' }",
            "SLOW1007 shop.schema.json(46,64)"),
        new("A member of a default is misspelt", Schema, "'width': 300 }", "'widht': 300 }",
            "SLOW1007 shop.schema.json(46,55)"),
        new("A default has a member that may not be there", Schema, "'width': 300 }", "'colour': 'red' }",
            "SLOW1007 shop.schema.json(46,55)"),
        new("A member of a default is too short", Schema, "{ 'text': 'Welcome',", "{ 'text': '',",
            "SLOW1007 shop.schema.json(46,44)"),
        new("An item of a default is too long", Schema, "['eu', 'us']", "['eu', 'usa']",
            "SLOW1007 shop.schema.json(58,41)"),
        new("A default is a date that there isn't", Schema, "'stable': '2030-01-01'", "'stable': '2030-02-30'",
            "SLOW1007 shop.schema.json(66,34)"),
        new("The default of a member doesn't fit", Schema, "'default': 'dark'", "'default': 'drak'",
            "SLOW1007 shop.schema.json(88,56)"),
        new("Zero goes without saying where it may not be", Schema,
            "'properties': { 'stable': { 'minimum': 0, 'maximum': 500 }, 'new': { 'minimum': 0, 'maximum': 500 } },\n "
                + "         'default': { 'stable': 50 }",
            "'properties': { 'stable': { 'minimum': 10, 'maximum': 500 }, 'new': { 'minimum': 0, 'maximum': 500 } }",
            "SLOW1007 shop.schema.json(16,9)"),

        // What is told of a rollout in a config
        new("A default has a time that is none", Schema,
            "'default': { 'stable': 0.5 }",
            "'default': { 'stable': 0.5, 'new': 0.6, 'end_time': 'x', 'duration': '1d' }",
            "SLOW3005 shop.schema.json(22,121)"),
        new("The new value of a default has another type", Schema,
            "'default': { 'stable': 0.5 }", "'default': { 'stable': 0.5, 'new': 'half', 'early_adopters': ['ada'] }",
            "SLOW3004 shop.schema.json(22,104)"),
        new(
            "A field of a default is misspelt",
            Schema,
            "'default': { 'stable': 0.5 }",
            "'default': { 'stable': 0.5, 'start-pct': 5 }",
            "SLOW3019 shop.schema.json(22,97)"),
    ];
}
