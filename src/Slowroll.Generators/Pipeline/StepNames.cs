namespace Slowroll.Generators.Pipeline;

/// <summary>The pipeline's steps, by the names under which the compiler tracks them.</summary>
public static class StepNames
{
    /// <summary>The additional files that are schemas.</summary>
    public const string SchemaFiles = nameof(SchemaFiles);

    /// <summary>What can be read of them without the rest.</summary>
    public const string SchemaParts = nameof(SchemaParts);

    /// <summary>What each part says.</summary>
    public const string PartReadings = nameof(PartReadings);

    /// <summary>What each file's parts say.</summary>
    public const string SchemaReadings = nameof(SchemaReadings);

    /// <summary>What each file says.</summary>
    public const string Models = nameof(Models);

    /// <summary>The models of which each has a class of its own.</summary>
    public const string DistinctModels = nameof(DistinctModels);

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
        [SchemaFiles, SchemaParts, PartReadings, SchemaReadings, Models, DistinctModels, ClassParts, ClassTypes, Classes, HasHosting, HostedClasses];
}
