namespace Slowroll.Grammar;

/// <summary>A JSON value that the grammar can read: the running program has it as bytes, the build as a node with a
/// place in its text.</summary>
internal interface IJsonValue<TValue> where TValue : struct, IJsonValue<TValue>
{
    JsonKind Kind { get; }

    /// <summary>The text of a string, unescaped; a number as it is written.</summary>
    string Text { get; }

    /// <summary>The names of an object's members, in the text's order.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The member of an object; of two of one name the last.</summary>
    bool TryGet(string name, out TValue value);

    /// <summary>The elements of a list.</summary>
    IReadOnlyList<TValue> Items { get; }

    /// <summary>The elements of a list that are texts.</summary>
    /// <param name="others">What the other elements are, as the end of a sentence that begins with "holds"; null where
    /// there are none, and where each of them is reported at its own place.</param>
    IReadOnlyList<string> ReadTexts(out string? others);

    /// <summary>One of the elements that <see cref="ReadTexts"/> gave, with its place. Costs the same for
    /// each.</summary>
    TValue TextAt(IReadOnlyList<string> texts, int index);
}
