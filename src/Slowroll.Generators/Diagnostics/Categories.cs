namespace Slowroll.Generators.Diagnostics;

internal static class Categories
{
    public const string Schema = "Slowroll.Schema";

    public const string Code = "Slowroll.Code";

    public const string Drift = "Slowroll.Drift";
}
