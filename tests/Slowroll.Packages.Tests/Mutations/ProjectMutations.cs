namespace Slowroll.Packages.Tests.Mutations;

/// <summary>Mistakes in the project file.</summary>
internal static class ProjectMutations
{
    private const string Project = "Shop.csproj";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // SLOW1005
        new(
            "A class name is not PascalCase",
            Project,
            "'admin.schema.json'",
            "'admin.schema.json' ClassName='admin-flags'",
            "SLOW1005 admin.schema.json(1,1)"),

        // SLOW1009
        new("Two schemas make one class", Project, "'admin.schema.json'", "'admin.schema.json' ClassName='Shop'",
            "SLOW1009 admin.schema.json(1,1)"),
        new(
            "Two schemas make classes that differ in case alone",
            Project,
            "'admin.schema.json'",
            "'admin.schema.json' ClassName='SHOP'",
            "SLOW1009 admin.schema.json(1,1)"),

        // SLOW3012
        new(
            "A config is compared with a schema that there isn't",
            Project,
            "'staging.json'",
            "'staging.json' Schema='stage.schema.json'",
            "SLOW3012 staging.json(1,1)"),
        new(
            "A config is compared with the schema of another",
            Project,
            "'staging.json'",
            "'staging.json' Schema='admin.schema.json'",
            "SLOW3003 staging.json(1,1)",
            "SLOW3002 staging.json(3,3)",
            "SLOW3002 staging.json(10,3)",
            "SLOW3002 staging.json(17,3)"),
        new("The instant can't be read", Project, "2030-03-08", "8 March 2030",
            "SLOW3012 staging.json(1,1)"),
        new("The grace period can't be read", Project, "30d", "a month",
            "SLOW3012 staging.json(1,1)"),
        new(
            "A rollout of the earlier snapshot can't be read",
            "live/shop.json",
            "'duration': '14d'",
            "'duration': '2w'",
            "SLOW3012 live/shop.json(8,19)"),
        new(
            "A config names a schema that the project hasn't",
            "staging.json",
            "./shop.schema.json",
            "./store.schema.json",
            "SLOW3012 staging.json(1,1)"),
    ];
}
