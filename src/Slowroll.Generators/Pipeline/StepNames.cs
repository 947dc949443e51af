namespace Slowroll.Generators.Pipeline;

/// <summary>The pipeline's steps, by the names under which the compiler tracks them.</summary>
public static class StepNames
{
    /// <summary>The additional files that are schemas.</summary>
    public const string SchemaFiles = nameof(SchemaFiles);

    /// <summary>What each of them says.</summary>
    public const string Models = nameof(Models);

    /// <summary>The models of which each has a class of its own.</summary>
    public const string DistinctModels = nameof(DistinctModels);

    /// <summary>The files that each class is split into.</summary>
    public const string ClassParts = nameof(ClassParts);

    /// <summary>The classes that <c>Flags</c> gives access to.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>Whether the project refers to <c>Slowroll.Hosting</c>.</summary>
    public const string HasHosting = nameof(HasHosting);

    /// <summary>The classes that can be added to a host.</summary>
    public const string HostedClasses = nameof(HostedClasses);

    /// <summary>All steps.</summary>
    public static IReadOnlyList<string> All { get; } =
        [SchemaFiles, Models, DistinctModels, ClassParts, Classes, HasHosting, HostedClasses];
}
