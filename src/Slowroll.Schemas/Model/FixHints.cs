namespace Slowroll.Schemas.Model;

/// <summary>What a diagnostic passes to its fix, so that the fix doesn't read the schema again.</summary>
internal static class FixHints
{
    /// <summary>Similar names, the nearest first, one on each line.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>The flag's C# type, fully qualified.</summary>
    public const string Type = nameof(Type);

    /// <summary>The schema's default as a C# expression.</summary>
    public const string Default = nameof(Default);

    /// <summary>The full name of the schema's class.</summary>
    public const string Class = nameof(Class);

    /// <summary>The flag's C# name.</summary>
    public const string Flag = nameof(Flag);

    /// <summary>Present if the config that is asked is a property of the schema's class.</summary>
    public const string Own = nameof(Own);

    /// <summary>The expression for this machine's hash key that has the right type: <c>HashKey.Host</c> or its
    /// text.</summary>
    public const string HostKey = nameof(HostKey);

    /// <summary>The section that a place in a config is about.</summary>
    public const string Section = nameof(Section);

    /// <summary>The key of the flag that a place in a config is about; null if it is about the section.</summary>
    public const string Key = nameof(Key);

    /// <summary>The path of the config's schema.</summary>
    public const string Schema = nameof(Schema);

    /// <summary>The value that everybody has of a finished flag, as a C# expression.</summary>
    public const string Value = nameof(Value);
}
