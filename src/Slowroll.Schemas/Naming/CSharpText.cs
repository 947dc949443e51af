using System.Globalization;
using System.Text;

namespace Slowroll.Schemas.Naming;

/// <summary>Makes text from files safe for C# code.</summary>
internal static class CSharpText
{
    /// <summary>A C# string literal, with its quotes.</summary>
    public static string Quote(string text)
    {
        if (HiddenText.IsPlain(text))
        {
            return $"\"{text}\"";
        }

        StringBuilder literal = new("\"", text.Length + 2);
        foreach (var (part, isHidden) in HiddenText.CodePoints(text))
        {
            _ = part switch
            {
                "\"" => literal.Append("\\\""),
                "\\" => literal.Append("\\\\"),
                "\n" => literal.Append("\\n"),
                "\r" => literal.Append("\\r"),
                "\t" => literal.Append("\\t"),
                _ when isHidden => AppendEscaped(literal, part),
                _ => literal.Append(part),
            };
        }

        return literal.Append('"').ToString();
    }

    private static StringBuilder AppendEscaped(StringBuilder literal, string part)
    {
        foreach (var unit in part)
        {
            literal.Append("\\u").Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        return literal;
    }
}
