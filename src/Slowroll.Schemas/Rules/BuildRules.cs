namespace Slowroll.Schemas.Rules;

/// <summary>The rules about a project and its snapshots. The package's MSBuild files report them, with these texts; a
/// test keeps both equal.</summary>
internal static class BuildRules
{
    private const string Silence = " $(_SlowrollSilence)";

    /// <summary>A snapshot can't be pulled.</summary>
    public static readonly Rule NotPulled = new("SLOW4001", RuleSeverity.Warning)
    {
        Title = "The snapshot can't be pulled",
        Messages =
        [
            "{0}", // the command's own
            "There is nothing to pull. Say where a config comes from: <SlowrollConfig Include=\"app_features.json\" "
                + "Url=\"https://example.com/app_features.json\" />.",
            "The program could not print what became of the snapshot. Look at the difference, or pull "
                + "it again.",
            "The snapshot wasn't changed: the program ended with $(_SlowrollPullExitCode). It needs .NET 8 "
                + "or newer; what it printed is above.",
        ],
        Description = "The build continues with the snapshot that it has.",
    };

    /// <summary>A project references the generator and has no schema.</summary>
    public static readonly Rule NoSchema = new("SLOW4002", RuleSeverity.Warning)
    {
        Title = "The project has no schema",
        Messages =
        [
            "The project references Slowroll.Generators and has no SlowrollSchema item, so that no class of flags is "
                + "generated. Write into an ItemGroup: <SlowrollSchema Include=\"$(_SlowrollLikelySchema)\" />."
                + Silence,
            "No class of flags is generated from '$(_SlowrollShownName)', which is an AdditionalFiles item. Write "
                + "instead: <SlowrollSchema Include=\"$(_SlowrollShownName)\" />." + Silence,
            "The item isn't read: '$(_SlowrollFound)'. Write <SlowrollSchema Include=\"$(_SlowrollLikelySchema)\" /> "
                + "for a schema, or <SlowrollConfig Include=\"app_features.json\" /> for a config." + Silence,
        ],
        Description = "The project references the generator, and nothing is generated.",
    };

    /// <summary>A schema or a config is in a project of another language.</summary>
    public static readonly Rule NotCSharp = new("SLOW4003", RuleSeverity.Warning)
    {
        Title = "The project isn't a C# project",
        Messages =
        [
            "No class of flags is generated in a project of $(Language). Move the item to a C# library and reference "
                + "that: <SlowrollSchema Include=\"$(_SlowrollFirstSchema)\" Visibility=\"public\" />." + Silence,
            "No config is checked in a project of $(Language). Move the item to a C# project that has its schema, "
                + "<SlowrollConfig Include=\"$(_SlowrollFirstConfig)\" />, or check the file with the command: "
                + "slowroll check." + Silence,
        ],
        Description = "The generator and the analyzers run in C# projects only.",
    };

    /// <summary>The base schema in the project differs from the package's.</summary>
    public static readonly Rule OtherBaseSchema = new("SLOW4004", RuleSeverity.Warning)
    {
        Title = "The base schema isn't the package's",
        Message = "This copy isn't the base schema of the package: it is from another version, or it was edited. "
            + "Replace it with: dotnet build -t:SlowrollInit",
        Description = "Editors check schemas and configs by the copy, and the build by its own base schema.",
    };

    /// <summary>Programs that use the library don't get the runtime.</summary>
    public static readonly Rule HiddenRuntime = new("SLOW4005", RuleSeverity.Warning)
    {
        Title = "The library doesn't pass the runtime on",
        Message = "A program that references this library ends with FileNotFoundException: "
            + "PrivateAssets=\"$(_SlowrollPrivateAssets)\" keeps the runtime, Slowroll.dll, from it. Remove "
            + "PrivateAssets, or add beside it: <PackageReference Include=\"Slowroll\" /> with the same version."
            + Silence,
        Description = "A program that references the library would not have Slowroll.dll.",
    };

    /// <summary>The compiler doesn't get the runtime.</summary>
    public static readonly Rule NoRuntime = new("SLOW4006", RuleSeverity.Error)
    {
        Title = "The compiler doesn't get the runtime",
        Message = "The generated classes need the runtime, Slowroll.dll, and the compiler doesn't get it. Remove "
            + "IncludeAssets and ExcludeAssets from the PackageReference of Slowroll.Generators, or add beside it: "
            + "<PackageReference Include=\"Slowroll\" /> with the same version.",
        Description = "The generated classes can't be compiled without the runtime.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [NotPulled, NoSchema, NotCSharp, OtherBaseSchema, HiddenRuntime, NoRuntime];
}
