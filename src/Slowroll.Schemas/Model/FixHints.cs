namespace Slowroll.Schemas.Model;

/// <summary>What a diagnostic tells its fix: the analyzer has read the schema, the fix needn't.</summary>
public static class FixHints
{
    /// <summary>Names that may have been meant, the nearest first, a line each.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>The flag's C# type, fully qualified.</summary>
    public const string Type = nameof(Type);

    /// <summary>The schema's default as a C# expression.</summary>
    public const string Default = nameof(Default);

    /// <summary>The full name of the schema's class.</summary>
    public const string Class = nameof(Class);

    /// <summary>The flag's C# name.</summary>
    public const string Flag = nameof(Flag);

    /// <summary>There if the config that is asked is a property of the schema's class.</summary>
    public const string Own = nameof(Own);

    /// <summary>Of this machine's hash key, what fits the place: <c>HashKey.Host</c> or its text.</summary>
    public const string HostKey = nameof(HostKey);

    /// <summary>The section that a place in a config is about.</summary>
    public const string Section = nameof(Section);

    /// <summary>The key of the flag that a place in a config is about; null if it is about the section.</summary>
    public const string Key = nameof(Key);

    /// <summary>The path of the schema that a config is held against.</summary>
    public const string Schema = nameof(Schema);

    /// <summary>The value that everybody has of a finished flag, as a C# expression.</summary>
    public const string Value = nameof(Value);
}
