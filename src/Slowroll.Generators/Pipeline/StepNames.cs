namespace Slowroll.Generators.Pipeline;

/// <summary>The names of the pipeline's steps; the compiler tracks the steps by these.</summary>
public static class StepNames
{
    /// <summary>The additional files that are schemas.</summary>
    public const string SchemaFiles = nameof(SchemaFiles);

    /// <summary>The excerpts of the large ones.</summary>
    public const string Excerpts = nameof(Excerpts);

    /// <summary>What reading each excerpt gave.</summary>
    public const string ExcerptReadings = nameof(ExcerptReadings);

    /// <summary>What reading the excerpts of each file gave.</summary>
    public const string JoinedReadings = nameof(JoinedReadings);

    /// <summary>What reading each schema gave.</summary>
    public const string SchemaReadings = nameof(SchemaReadings);

    /// <summary>What is wrong with them.</summary>
    public const string Reports = nameof(Reports);

    /// <summary>The model of each schema.</summary>
    public const string Models = nameof(Models);

    /// <summary>The models with unique class names.</summary>
    public const string DistinctModels = nameof(DistinctModels);

    /// <summary>What generated code needs to know of the rest of the project.</summary>
    public const string ProjectContext = nameof(ProjectContext);

    /// <summary>The models whose class names are free in the project.</summary>
    public const string ModelsWithFreeNames = nameof(ModelsWithFreeNames);

    /// <summary>What names are taken.</summary>
    public const string ClashReports = nameof(ClashReports);

    /// <summary>The flags of each generated file.</summary>
    public const string FlagBatches = nameof(FlagBatches);

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
        SchemaFiles, Excerpts, ExcerptReadings, JoinedReadings, SchemaReadings, Reports,
        Models, DistinctModels, ProjectContext, ModelsWithFreeNames, ClashReports, FlagBatches, ClassTypes, Classes,
        HasHosting, HostedClasses,
    ];
}
