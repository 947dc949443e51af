namespace Slowroll.Generators.Diagnostics;

/// <summary>Knows where a rule is explained.</summary>
internal static class RulePage
{
    public static string Of(string ruleId) => $"https://github.com/slowroll-dotnet/slowroll/blob/main/docs/rules/{ruleId}.md";
}
