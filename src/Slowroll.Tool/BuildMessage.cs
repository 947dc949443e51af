namespace Slowroll.Tool;

/// <summary>Lines as compilers print them, which MSBuild and editors take for warnings and errors of a file.</summary>
internal static class BuildMessage
{
    /// <summary>Something that is only told.</summary>
    public static string Of(string file, string text) => $"{file}: {OneLine(text)}";

    /// <summary>A warning or an error.</summary>
    public static string Of(string file, string severity, string text) => $"{file} : {severity} : {OneLine(text)}";

    // The next line would be no part of the message.
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
