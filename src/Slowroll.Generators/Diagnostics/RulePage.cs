using System.Reflection;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Knows where a rule is explained.</summary>
internal static class RulePage
{
    // Of the MSBuild property of that name, which is empty while the project has no address: a link must lead somewhere.
    private static readonly string? ProjectUrl = typeof(RulePage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "SlowrollProjectUrl")?.Value;

    /// <summary>The page's address; null while there is none. The packages have the pages under <c>docs/rules</c>.</summary>
    public static string? Of(string ruleId) => string.IsNullOrEmpty(ProjectUrl) ? null : $"{ProjectUrl}/blob/main/docs/rules/{ruleId}.md";
}
