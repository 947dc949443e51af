using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.Printing;

/// <summary>Lines as compilers print them, which MSBuild and editors take for warnings and errors of a file. Whatever they quote,
/// each is one line.</summary>
internal static class BuildMessage
{
    /// <summary>Something that is only told.</summary>
    public static string Of(string file, string text) => $"{MessageText.Path(file)}: {MessageText.Whole(text)}";

    /// <summary>A warning or an error of a rule.</summary>
    /// <param name="place">The file, and behind it line and column in parentheses where there are some.</param>
    /// <param name="severity">A compiler's word for it.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="text">What is wrong.</param>
    public static string Of(string place, string severity, string rule, string text) =>
        $"{MessageText.Path(place)}: {severity} {rule}: {MessageText.Whole(text)}";
}
