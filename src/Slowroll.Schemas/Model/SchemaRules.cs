namespace Slowroll.Schemas.Model;

/// <summary>The ids of the rules that a schema is held against.</summary>
public static class SchemaRules
{
    /// <summary>The text is not JSON.</summary>
    public const string NotJson = "SLOW1001";

    /// <summary>The JSON is no schema of a config.</summary>
    public const string NotASlowrollSchema = "SLOW1002";

    /// <summary>A flag's value type has no C# type.</summary>
    public const string UnsupportedType = "SLOW1003";

    /// <summary>Two flags have one C# name.</summary>
    public const string NameCollision = "SLOW1004";

    /// <summary>A text makes no C# name.</summary>
    public const string NoIdentifier = "SLOW1005";

    /// <summary>A flag needs a default.</summary>
    public const string MissingDefault = "SLOW1006";

    /// <summary>A default doesn't fit its flag.</summary>
    public const string WrongDefault = "SLOW1007";

    /// <summary>A <c>$ref</c> can't be followed.</summary>
    public const string BadReference = "SLOW1008";

    /// <summary>Two schemas make one class.</summary>
    public const string ClassCollision = "SLOW1009";

    /// <summary>A keyword that matters is not read.</summary>
    public const string UnreadKeyword = "SLOW1010";

    /// <summary>An editor would pass over a part of the schema in silence.</summary>
    public const string SilentTrap = "SLOW1011";

    /// <summary>A name that the class needs is taken in the project.</summary>
    public const string TakenName = "SLOW1014";

    /// <summary>The class hides flags of another project.</summary>
    public const string HiddenFlags = "SLOW1015";
}
