namespace Slowroll.Schemas.Naming;

/// <summary> Names that are taken before the first flag is read. A flag with such a name gets the suffix <c>Flag</c>
/// (<c>equals</c> becomes <c>EqualsFlag</c>), a class the suffix <c>Flags</c> (<c>config.schema.json</c> becomes
/// <c>ConfigFlags</c>).
/// </summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> ObjectMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    private static readonly HashSet<string> Members = new(ObjectMembers, StringComparer.Ordinal)
    {
        // what the generated class has, or will have
        "Config", "Current", "Defaults", "DefaultUrl", "Dispose", "DisposeAsync", "Explain", "Fixed", "Freeze", "Keys",
        "OpenAsync", "Types", "Values",

        // what its Values inherit
        "Set", "ToConfig",
    };

    private static readonly HashSet<string> RecordMembers = new(ObjectMembers, StringComparer.Ordinal)
    {
        // what the compiler adds to a record
        "Clone", "EqualityContract", "PrintMembers",
    };

    /// <summary>The name for a flag's members in a class of that name.</summary>
    public static string ForFlag(string name, string className) => Free(name, "Flag", className, Members);

    /// <summary>The name for a type among the class's types.</summary>
    public static string ForType(string name) =>
        name is "Types" ? $"{name}Value" : Free(name, "Value", "", RecordMembers);

    /// <summary>The name for a member of a record.</summary>
    public static string ForMember(string name, string recordName) => Free(name, "Value", recordName, RecordMembers);

    /// <summary>The name for a class, which is beside <c>Flags</c> and has members of its own.</summary>
    public static string ForClass(string name) => name is "Flags" || Members.Contains(name) ? $"{name}Flags" : name;

    // The new name may be taken too: a class EqualsFlag that has a flag "equals".
    private static string Free(string name, string suffix, string holder, HashSet<string> taken)
    {
        while (name == holder || taken.Contains(name))
        {
            name += suffix;
        }

        return name;
    }
}
