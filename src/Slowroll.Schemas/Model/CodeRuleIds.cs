namespace Slowroll.Schemas.Model;

/// <summary>The ids of the rules that C# code is held against.</summary>
public static class CodeRuleIds
{
    /// <summary>A name that no schema has.</summary>
    public const string UnknownFlag = "SLOW2001";

    /// <summary>A type that is not the flag's.</summary>
    public const string WrongType = "SLOW2002";

    /// <summary>A flag that is asked by its names though it has an accessor.</summary>
    public const string TypedAccessor = "SLOW2003";

    /// <summary>A flag that nobody asks.</summary>
    public const string UnreadFlag = "SLOW2004";

    /// <summary>A default that is not the schema's.</summary>
    public const string OtherDefault = "SLOW2005";

    /// <summary>A hash key that is the same for everybody.</summary>
    public const string ConstantHashKey = "SLOW2006";

    /// <summary>A host name that platforms don't agree on.</summary>
    public const string MachineNameHashKey = "SLOW2007";

    /// <summary>Flags of a host beside those of the whole program.</summary>
    public const string TwoFlags = "SLOW2008";

    /// <summary>Flags that no config reaches, since nobody has opened one or has kept it.</summary>
    public const string NotOpened = "SLOW2009";
}
