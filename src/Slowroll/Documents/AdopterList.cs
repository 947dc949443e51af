using System.Text.Json;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>A list of early adopters or of their patterns. An element that is no text is passed over, as the original does:
/// one bad element must not take the flag away from everybody.</summary>
/// <param name="Texts">The elements that are texts.</param>
/// <param name="PassedOver">What the others are, in a sentence; null where there are none.</param>
internal sealed record AdopterList(IReadOnlyList<string> Texts, string? PassedOver)
{
    /// <summary>The list that a flag has in a field; null if it has no such field.</summary>
    public static Parsed<AdopterList?> Read(JsonElement flag, string field)
    {
        if (!flag.TryGetProperty(field, out var list))
            return (AdopterList?)null;
        if (list.ValueKind != JsonValueKind.Array)
            return Parsed<AdopterList?>.Failed($"'{field}' is {RolloutReader.Describe(list)}, not a list of strings.");

        // Of the whole list at once: most have none.
        var hasHalfCharacters = WholeTexts.IsBroken(list);
        var texts = new List<string>(list.GetArrayLength());
        string? first = null;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                first ??= RolloutReader.Describe(item);
            else if (hasHalfCharacters && WholeTexts.IsBroken(item))
                first ??= HalfCharacters.Description;
            else
                texts.Add(item.GetString()!);
        }

        return new AdopterList(texts, first is null ? null : Sentence(field, first, list.GetArrayLength() - texts.Count));
    }

    private static string Sentence(string field, string first, int count) => count == 1
        ? $"'{field}' holds {first}; it takes strings only, and that element is passed over."
        : $"'{field}' holds {first} and {count - 1} more elements that are no strings; they are passed over.";
}
