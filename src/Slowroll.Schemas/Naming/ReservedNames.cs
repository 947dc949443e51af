namespace Slowroll.Schemas.Naming;

/// <summary>
/// Names that are taken before the first flag is read. A flag that has one gets the suffix <c>Flag</c>
/// (<c>equals</c> becomes <c>EqualsFlag</c>), a class the suffix <c>Flags</c> (<c>config.schema.json</c> becomes
/// <c>ConfigFlags</c>).
/// </summary>
public static class ReservedNames
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        // what every object has
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",

        // what the generated class has, or will have
        "Config", "Current", "Defaults", "DefaultUrl", "Dispose", "DisposeAsync", "Explain", "Fixed", "Freeze", "Keys",
        "OpenAsync", "Values",

        // what its Values inherit
        "Get", "Set", "ToConfig",
    };

    /// <summary>The name for a flag's members in a class of that name.</summary>
    public static string ForFlag(string name, string className) =>
        name == className || Members.Contains(name) ? $"{name}Flag" : name;

    /// <summary>The name for a class, which stands beside <c>Flags</c> and has our own members inside.</summary>
    public static string ForClass(string name) => name is "Flags" || Members.Contains(name) ? $"{name}Flags" : name;
}
