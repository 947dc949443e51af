namespace Slowroll.Schemas.Rules;

/// <summary>The rules about a schema.</summary>
internal static class SchemaRules
{
    /// <summary>The text is not JSON.</summary>
    public static readonly Rule NotJson = new("SLOW1001", RuleSeverity.Error)
    {
        Title = "The schema isn't JSON",
        Message = "The schema is not JSON: {0}",
        Description = "The text of a SlowrollSchema item can't be read. Comments and trailing commas are allowed.",
    };

    /// <summary>The JSON is no schema of a config.</summary>
    public static readonly Rule NotASlowrollSchema = new("SLOW1002", RuleSeverity.Error)
    {
        Title = "The schema doesn't describe sections of flags",
        Message = "This is no schema of a Slowroll config: {0}",
        Description = "The root of a schema is an object. Its properties are sections, and the properties of a "
            + "section are flags.",
    };

    /// <summary>A flag's value type has no C# type.</summary>
    public static readonly Rule UnsupportedType = new("SLOW1003", RuleSeverity.Error)
    {
        Title = "The values of a flag have no C# type",
        Message = "Flag '{0}' has no C# type: {1}",
        Description = "A flag is a rollout whose values have a type that Slowroll supports. The other flags are "
            + "generated anyway.",
    };

    /// <summary>Two flags have one C# name.</summary>
    public static readonly Rule NameCollision = new("SLOW1004", RuleSeverity.Error)
    {
        Title = "Two flags have the same C# name",
        Message = "Flags '{0}' and '{1}' are both '{2}' in C#; rename one with \"x-slowroll\": {{ \"name\": "
            + "\"AnotherName\" }}",
        Description = "The flags of all sections are members of one class, so their names must differ in PascalCase.",
    };

    /// <summary>A text makes no C# name.</summary>
    public static readonly Rule NoIdentifier = new("SLOW1005", RuleSeverity.Error)
    {
        Title = "A name can't be written in C#",
        Message = "No C# name can be made of {0}; {1}",
        Description = "The name of a flag, a hash key or a class has no letters or digits for C#, or x-slowroll asks "
            + "for a name that is not PascalCase.",
    };

    /// <summary>A flag needs a default.</summary>
    public static readonly Rule MissingDefault = new("SLOW1006", RuleSeverity.Error)
    {
        Title = "A flag has no default",
        Message = "Flag '{0}' needs a default; add one, for example \"default\": {{ \"stable\": {1} }}",
        Description = "Only booleans, numbers, nullable values and any JSON have a default of their own.",
    };

    /// <summary>A default doesn't fit its flag.</summary>
    public static readonly Rule WrongDefault = new("SLOW1007", RuleSeverity.Error)
    {
        Title = "A default doesn't fit its flag",
        Message = "The default of flag '{0}' does not fit: {1}",
        Description = "The default is a rollout. Its stable value has the type of the flag and is within the limits "
            + "of the schema.",
    };

    /// <summary>A <c>$ref</c> can't be followed.</summary>
    public static readonly Rule BadReference = new("SLOW1008", RuleSeverity.Error)
    {
        Title = "A reference can't be followed",
        Message = "Cannot follow the reference {0}: {1}",
        Description =
            "A reference leads to a place in the same file or to a form of slowroll.schema.json, and not in a circle.",
    };

    /// <summary>Two schemas make one class.</summary>
    public static readonly Rule ClassCollision = new("SLOW1009", RuleSeverity.Error)
    {
        Title = "Two schemas need the same class name",
        Message = "'{0}' and '{1}' both make '{2}'; list the file once, or give one SlowrollSchema item another "
            + "ClassName or Namespace",
        Description = "Two SlowrollSchema items need one name for their classes, or for what is generated with these. "
            + "Upper and lower case are the same. The first item gets the name.",
    };

    /// <summary>A keyword that matters is not read.</summary>
    public static readonly Rule UnreadKeyword = new("SLOW1010", RuleSeverity.Warning)
    {
        Title = "A keyword isn't read",
        Message = "{0} is not read: {1}",
        Description = "The schema says something that would matter, and Slowroll doesn't read it.",
    };

    /// <summary>An editor doesn't check a part of the schema, and doesn't say so.</summary>
    public static readonly Rule SilentTrap = new("SLOW1011", RuleSeverity.Warning)
    {
        Title = "Editors ignore a part of the schema",
        Message = "Editors ignore {0}; {1}",
        Description = "JSON Schema allows it, but the JSON service of common editors doesn't check it, so mistakes in "
            + "the config aren't shown.",
    };

    /// <summary>A name that the class needs is taken in the project.</summary>
    public static readonly Rule TakenName = new("SLOW1014", RuleSeverity.Error)
    {
        Title = "A generated name is already used",
        Message = "'{0}' is {1}, and this schema needs the name; give the SlowrollSchema item another namespace, such "
            + "as Namespace=\"{2}\"",
        Description = "The generated class, the class Flags beside it, or the class that adds it to a host would have "
            + "a name that is used already. That class is not generated.",
    };

    /// <summary>The class hides flags of another project.</summary>
    public static readonly Rule HiddenFlags = new("SLOW1015", RuleSeverity.Warning)
    {
        Title = "Flags of another project are hidden",
        Message = "'{0}' is {1}, which this schema's Flags hide or are beside; give the SlowrollSchema item another "
            + "namespace, such as Namespace=\"{2}\"",
        Description = "The project sees two classes Flags with one name, through a reference or InternalsVisibleTo, "
            + "and the compiler finds only its own one.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NotJson, NotASlowrollSchema, UnsupportedType, NameCollision, NoIdentifier, MissingDefault, WrongDefault,
        BadReference,
        ClassCollision, UnreadKeyword, SilentTrap, TakenName, HiddenFlags,
    ];
}
