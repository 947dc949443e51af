using Slowroll.Texts;

namespace Slowroll.Tool.Printing;

/// <summary>Lines in the format of compilers, which MSBuild and editors recognize as warnings and errors of a file.
/// Each is one line, whatever it quotes.</summary>
internal static class BuildMessage
{
    /// <summary>A line that is neither warning nor error.</summary>
    public static string Of(string file, string text) => $"{OneLine.Escaped(file)}: {OneLine.Message(text)}";

    /// <summary>A warning or an error of a rule.</summary>
    /// <param name="place">The file, then line and column in parentheses if there are any.</param>
    /// <param name="severity">The severity as compilers write it.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="text">What is wrong.</param>
    public static string Of(string place, string severity, string rule, string text) =>
        $"{OneLine.Escaped(place)}: {severity} {rule}: {OneLine.Message(text)}";
}
