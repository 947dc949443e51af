using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints comments and attributes, each with the indent of the line after it.</summary>
internal static class XmlDocs
{
    /// <summary>The summary, without the end of its last line.</summary>
    /// <param name="description">What the schema says.</param>
    /// <param name="otherwise">The text if there is no description, as XML.</param>
    /// <param name="indent">The indent of the lines after the first.</param>
    public static string Summary(string? description, string otherwise, string indent) =>
        XmlText.Lines(description ?? "") switch
        {
            var blank when blank.All(line => line is "") => $"/// <summary>{otherwise}</summary>",
            [var line] => $"/// <summary>{line}</summary>",
            var lines =>
                $"/// <summary>\n{string.Concat(lines.Select(line => $"{indent}/// {line}\n"))}{indent}/// </summary>",
        };

    /// <summary>A line of remarks; empty if there are none.</summary>
    public static string Remarks(string said, EquatableArray<string> examples, string indent)
    {
        var shown = examples.Count == 0
            ? ""
            : $"For example {string.Join(", ", examples.Select(example => $"<c>{XmlText.Escape(example)}</c>"))}.";
        return said is "" && shown is ""
            ? ""
            : $"/// <remarks>{said}{(said is "" || shown is "" ? "" : " ")}{shown}</remarks>\n{indent}";
    }

    /// <summary>The attribute of what the schema calls deprecated; nothing for the rest.</summary>
    public static string Obsolete(bool isDeprecated, string what, string indent) => isDeprecated
        ? $"[global::System.Obsolete({CSharpText.Quote($"{what} is deprecated in its schema.")})]\n{indent}"
        : "";
}
