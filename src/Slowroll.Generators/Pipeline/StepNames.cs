namespace Slowroll.Generators.Pipeline;

/// <summary>The pipeline's steps, by the names under which the compiler tracks them.</summary>
public static class StepNames
{
    /// <summary>The additional files that are schemas.</summary>
    public const string SchemaFiles = nameof(SchemaFiles);

    /// <summary>What can be read of the large ones without the rest.</summary>
    public const string FileParts = nameof(FileParts);

    /// <summary>What each part says.</summary>
    public const string PartReadings = nameof(PartReadings);

    /// <summary>What the parts of each file say.</summary>
    public const string FileReadings = nameof(FileReadings);

    /// <summary>What became of the text of each.</summary>
    public const string ReadSchemas = nameof(ReadSchemas);

    /// <summary>What is wrong with them.</summary>
    public const string Reports = nameof(Reports);

    /// <summary>What each of them says.</summary>
    public const string Models = nameof(Models);

    /// <summary>The models of which each has a class of its own.</summary>
    public const string DistinctModels = nameof(DistinctModels);

    /// <summary>What the rest of the project has to do with them.</summary>
    public const string Surroundings = nameof(Surroundings);

    /// <summary>The models whose classes have their names for themselves.</summary>
    public const string PlacedModels = nameof(PlacedModels);

    /// <summary>What names are taken.</summary>
    public const string ClashReports = nameof(ClashReports);

    /// <summary>The files that each class is split into.</summary>
    public const string ClassParts = nameof(ClassParts);

    /// <summary>The enums and records of each class.</summary>
    public const string ClassTypes = nameof(ClassTypes);

    /// <summary>The classes that <c>Flags</c> gives access to.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>Whether the project refers to <c>Slowroll.Hosting</c>.</summary>
    public const string HasHosting = nameof(HasHosting);

    /// <summary>The classes that can be added to a host.</summary>
    public const string HostedClasses = nameof(HostedClasses);

    /// <summary>All steps.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SchemaFiles, FileParts, PartReadings, FileReadings, ReadSchemas, Reports,
        Models, DistinctModels, Surroundings, PlacedModels, ClashReports, ClassParts, ClassTypes, Classes, HasHosting, HostedClasses,
    ];
}
