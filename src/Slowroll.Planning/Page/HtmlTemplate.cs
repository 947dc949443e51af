using System.Text;

namespace Slowroll.Planning.Page;

/// <summary>A file of HTML with names in double braces, in place of which something is written.</summary>
internal sealed class HtmlTemplate
{
    // Text and name in turn, text first.
    private readonly string[] _parts;

    private HtmlTemplate(string text) => _parts = text.Split("{{").SelectMany((part, i) =>
        i == 0 ? [part] : part.Split("}}", 2)).ToArray();

    /// <summary>A file of an assembly, with its line ends as on every machine.</summary>
    /// <param name="home">A type of the assembly.</param>
    /// <param name="file">Its name.</param>
    public static string Read(Type home, string file)
    {
        using var stream = home.Assembly.GetManifestResourceStream(file)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>A template of an assembly. A piece of a line has no line end.</summary>
    /// <param name="home">A type of the assembly.</param>
    /// <param name="file">Its name.</param>
    /// <param name="isPiece">Whether it is a piece of a line.</param>
    public static HtmlTemplate Of(Type home, string file, bool isPiece = false)
    {
        var text = Read(home, file);
        return new(isPiece ? text.TrimEnd('\n') : text);
    }

    /// <summary>The template with its names replaced. Each of them is given.</summary>
    public Html Fill(params IReadOnlyList<(string Name, Html Content)> contents)
    {
        var html = new StringBuilder(_parts[0]);
        for (var i = 1; i < _parts.Length; i += 2)
            html.Append(contents.First(content => content.Name == _parts[i]).Content.ToString()).Append(_parts[i + 1]);
        return Html.Markup(html.ToString());
    }
}
