using System.Text;

namespace Slowroll.Tool.Editing.Layout;

/// <summary>A part of a text that another text replaces.</summary>
/// <param name="Start">Where the part begins, in UTF-16 characters.</param>
/// <param name="End">The first character after it.</param>
/// <param name="Text">What replaces it.</param>
internal readonly record struct TextChange(int Start, int End, string Text)
{
    /// <summary>Inserts a text.</summary>
    public static TextChange Insert(int at, string text) => new(at, at, text);

    /// <summary>Deletes a part.</summary>
    public static TextChange Delete(int start, int end) => new(start, end, "");

    /// <summary>The text with all changes, which are in its order and don't overlap.</summary>
    public static string Apply(string text, IEnumerable<TextChange> changes)
    {
        StringBuilder changed = new(text.Length);
        var copied = 0;
        foreach (var change in changes)
        {
            changed.Append(text, copied, change.Start - copied).Append(change.Text);
            copied = change.End;
        }

        return changed.Append(text, copied, text.Length - copied).ToString();
    }
}
