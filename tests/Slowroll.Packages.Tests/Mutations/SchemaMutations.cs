namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in a schema as a whole, in its names and in its keywords.</summary>
internal static class SchemaMutations
{
    private const string Schema = "shop.schema.json";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW1001
        new("A value of the schema is forgotten", Schema, "{ 'stable': 250 }", "{ 'stable': }",
            "SLOW1001 shop.schema.json(75,92)"),
        new("A comma of the schema is forgotten", Schema, "'deprecated': true,", "'deprecated': true",
            "SLOW1001 shop.schema.json(30,11)"),
        new("A bracket of the schema is forgotten", Schema, "['text'],", "['text',",
            "SLOW1001 shop.schema.json(86,19)"),

        // SLOW1002
        new(
            "The sections of the schema stand under a misspelt keyword",
            Schema,
            "'host' },\n  'properties'",
            "'host' },\n  'propertys'",
            "SLOW1002 shop.schema.json(1,1)"),
        new("A flag stands beside the sections", Schema,
            "    'search': {\n", "    'beta': { '$ref': 'slowroll.schema.json#/$defs/boolean' },\n    'search': {\n",
            "SLOW1002 shop.schema.json(71,5)"),

        // SLOW1004
        new("Two flags have one name in C#", Schema,
            "'description': 'Buy with one click.'", "'x-slowroll': { 'name': 'Timeout' }",
            "SLOW1004 shop.schema.json(11,9)", "SLOW1004 shop.schema.json(75,9)"),
        new("Two keys differ in punctuation alone", Schema,
            "        'discount':",
            "        'one-click': { '$ref': 'slowroll.schema.json#/$defs/boolean' },\n        'discount':",
            "SLOW3003 shop.json(3,3)",
            "SLOW1004 shop.schema.json(11,9)",
            "SLOW1004 shop.schema.json(22,9)",
            "SLOW3003 staging.json(3,3)"),

        // SLOW1005
        new("A flag asks for a name that is not PascalCase", Schema,
            "'description': 'Buy with one click.'", "'x-slowroll': { 'name': 'one-click' }",
            "SLOW1005 shop.schema.json(13,35)"),
        new("A hash key's name has no letters", Schema, "'hashKey': 'customer'", "'hashKey': '?'",
            "SLOW1005 shop.schema.json(9,34)"),
        new("A key has no letters", Schema,
            "    'fuzzy':", "    '🦊': { '$ref': 'slowroll.schema.json#/$defs/boolean' }, 'fuzzy':",
            "SLOW3003 shop.json(43,3)", "SLOW1005 shop.schema.json(74,9)", "SLOW3003 staging.json(17,3)"),
        new("A type asks for a name that is not PascalCase", Schema,
            "'Theme': { 'enum'", "'Theme': { 'x-slowroll': { 'name': 'the theme' }, 'enum'",
            "SLOW1005 shop.schema.json(82,40)"),

        // SLOW1006
        new("A text has no default", Schema, ",\n          'default': { 'stable': 'Hello' }", "",
            "SLOW1006 shop.schema.json(48,9)"),
        new("A date has no default", Schema, ",\n          'default': { 'stable': '2030-01-01' }", "",
            "SLOW1006 shop.schema.json(60,9)"),

        // SLOW1008
        new("A reference names a definition that there isn't", Schema,
            "'theme': { '$ref': '#/$defs/Theme'", "'theme': { '$ref': '#/$defs/Themes'",
            "SLOW1008 shop.schema.json(88,28)"),
        new("A reference goes to the network", Schema,
            "'timeout': { '$ref': 'slowroll", "'timeout': { '$ref': 'https://example.com/slowroll",
            "SLOW1008 shop.schema.json(75,30)"),
        new("A reference goes to another file", Schema,
            "'timeout': { '$ref': 'slowroll.schema", "'timeout': { '$ref': 'flags.schema",
            "SLOW1008 shop.schema.json(75,30)"),
        new("A reference names a form that the base schema hasn't", Schema,
            "'fuzzy': { '$ref': 'slowroll.schema.json#/$defs/boolean'",
            "'fuzzy': { '$ref': 'slowroll.schema.json#/$defs/bool'",
            "SLOW1008 shop.schema.json(74,28)"),
        new(
            "A type is a part of itself",
            Schema,
            "'width': { 'type': 'integer' }",
            "'width': { '$ref': '#/$defs/Banner' }",
            "SLOW1008 shop.schema.json(89,18)"),
        new("A definition refers to itself", Schema,
            "'Theme': { 'enum': ['light', 'dark', 'high-contrast'] }", "'Theme': { '$ref': '#/$defs/Theme' }",
            "SLOW1008 shop.schema.json(82,24)"),

        // SLOW1010
        new("A value has one of two types", Schema,
            "'stable': { 'type': 'string', 'format': 'date' }",
            "'stable': { 'anyOf': [{ 'type': 'string' }, { 'type': 'null' }] }",
            "SLOW1010 shop.schema.json(63,25)"),
        new("A member has one of two types", Schema,
            "'width': { 'type': 'integer' }", "'width': { 'oneOf': [{ 'type': 'integer' }, { 'type': 'null' }] }",
            "SLOW1010 shop.schema.json(89,20)"),
        new("A member must not have a value", Schema,
            "'width': { 'type': 'integer' }", "'width': { 'type': 'integer', 'not': { 'const': 0 } }",
            "SLOW1010 shop.schema.json(89,39)"),
        new("A section is closed by a keyword that isn't read", Schema,
            "      'additionalProperties': false\n    }\n  },", "      'unevaluatedProperties': false\n    }\n  },",
            "SLOW1010 shop.schema.json(78,7)"),

        new("A member of x-slowroll is misspelt", Schema, "{ 'hashKey': 'customer' }", "{ 'hashkey': 'customer' }",
            "SLOW1010 shop.schema.json(9,23)"),
        new(
            "A format is misspelt",
            Schema,
            "'stable': { 'type': 'string', 'format': 'date' }",
            "'stable': { 'type': 'string', 'format': 'Date' }",
            "SLOW1010 shop.schema.json(63,53)"),

        // SLOW1011
        new("Properties stand beside a reference", Schema,
            "'allOf': [{ '$ref': 'slowroll.schema.json#/$defs/integer' }]",
            "'$ref': 'slowroll.schema.json#/$defs/integer'",
            "SLOW1011 shop.schema.json(19,11)"),
        new("A pattern is for flags that are listed too", Schema,
            "      'additionalProperties': false\n    },\n    'look'",
            "      'patternProperties': { '^old_': {} },\n      'additionalProperties': false\n    },\n    'look'",
            "SLOW1011 shop.schema.json(33,7)"),
    ];
}
