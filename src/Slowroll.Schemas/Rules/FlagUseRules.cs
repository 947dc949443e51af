namespace Slowroll.Schemas.Rules;

/// <summary>The rules about C# code that uses flags.</summary>
internal static class FlagUseRules
{
    /// <summary>No schema has the name.</summary>
    public static readonly Rule UnknownFlag = new("SLOW2001", RuleSeverity.Error)
    {
        Title = "The flag isn't in any schema",
        Message = "{0} is in no schema of this project; {1}",
        Description = "The flag would answer its default for ever, and nobody would notice.",
    };

    /// <summary>The type is not the flag's.</summary>
    public static readonly Rule WrongType = new("SLOW2002", RuleSeverity.Error)
    {
        Title = "The flag is read with the wrong type",
        Message = "Flag '{0}' is {1} in its schema, not {2}",
        Description = "If the value can't be read in the type that the code asks for, the flag answers the default.",
    };

    /// <summary>Code gives the flag's names as texts, although the flag has an accessor.</summary>
    public static readonly Rule TypedAccessor = new("SLOW2003", RuleSeverity.Info)
    {
        Title = "The typed name of the flag isn't used",
        Message = "Flag '{0}' has a typed name: {1}",
        Description = "A generated name can't be misspelled, and it has the type and the default.",
    };

    /// <summary>No code asks for the flag.</summary>
    public static readonly Rule UnreadFlag = new("SLOW2004", RuleSeverity.Info)
    {
        Title = "No code asks for the flag",
        Message = "Nothing in this project asks for flag '{0}'",
        Description = "A flag that no code asks for can be removed from the schema and the config.",
        IsOn = false,
        NeedsWholeCompilation = true,
    };

    /// <summary>The default is not the schema's.</summary>
    public static readonly Rule OtherDefault = new("SLOW2005", RuleSeverity.Warning)
    {
        Title = "The default differs from the schema's default",
        Message = "The default of flag '{0}' is {1} in its schema, here it is {2}",
        Description = "While the config doesn't have the flag, two places in the code would get different answers.",
    };

    /// <summary>The hash key is the same for everybody.</summary>
    public static readonly Rule ConstantHashKey = new("SLOW2006", RuleSeverity.Warning)
    {
        Title = "The hash key is the same for all hosts and users",
        Message = "{0} is the hash key of everybody, so that all switch at once; pass a host (HashKey.Host), a user's "
            + "id or what else the rollout distinguishes",
        Description = "The share of a rollout is a share of its hash keys. With one hash key, all hosts and users "
            + "switch together.",
    };

    /// <summary>The host name differs between platforms.</summary>
    public static readonly Rule MachineNameHashKey = new("SLOW2007", RuleSeverity.Warning)
    {
        Title = "The host's name differs between platforms",
        Message = "Environment.MachineName is cut at the first dot on Unix and upper-case on Windows; {0} is the same "
            + "everywhere",
        Description =
            "The same machine would have another bucket on another platform, or in a program in another language.",
    };

    /// <summary>Code uses the flags of the whole program beside those of a host.</summary>
    public static readonly Rule TwoFlags = new("SLOW2008", RuleSeverity.Warning)
    {
        Title = "The flags aren't those of the host",
        Message =
            "Flags.{0} is not what Add{0} adds to the host, and the host doesn't set it; have {0} injected, or set "
            + "Flags.{0} = app.Services.GetRequiredService<{0}>() once",
        Description = "Each host has flags of its own, so that hosts can run side by side. The flags of the whole "
            + "program keep the schema's defaults, or follow another config.",
        NeedsWholeCompilation = true,
    };

    /// <summary>No config reaches the flags, since the program hasn't opened one or hasn't kept it.</summary>
    public static readonly Rule NotOpened = new("SLOW2009", RuleSeverity.Warning)
    {
        Title = "The program doesn't open its config, or doesn't keep it",
        Message = "{0}, so that every flag answers its default; write {1}",
        Description = "Without a config, flags answer the schema's defaults for ever: no rollout reaches the program.",
        NeedsWholeCompilation = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        UnknownFlag, WrongType, TypedAccessor, UnreadFlag, OtherDefault, ConstantHashKey, MachineNameHashKey,
        TwoFlags, NotOpened,
    ];
}
