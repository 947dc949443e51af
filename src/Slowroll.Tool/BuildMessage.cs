namespace Slowroll.Tool;

/// <summary>Lines as compilers print them, which MSBuild and editors take for warnings and errors of a file.</summary>
internal static class BuildMessage
{
    /// <summary>Something that is only told.</summary>
    public static string Of(string file, string text) => $"{file}: {OneLine(text)}";

    /// <summary>A warning or an error of a rule.</summary>
    /// <param name="place">The file, and behind it line and column in parentheses where there are some.</param>
    /// <param name="severity">A compiler's word for it.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="text">What is wrong.</param>
    public static string Of(string place, string severity, string rule, string text) => $"{place}: {severity} {rule}: {OneLine(text)}";

    // The next line would be no part of the message.
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
