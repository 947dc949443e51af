using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Expectations;

/// <summary>Collects what is wrong with a spec, each with its line and column.</summary>
internal sealed class SpecFaults(TextFile file)
{
    private const int Most = 20;

    private readonly List<string> _lines = [];

    /// <summary>Whether there are any.</summary>
    public bool AreThere => _lines.Count > 0;

    /// <summary>The lines to print, of many the first ones.</summary>
    public IEnumerable<string> Lines => _lines.Count <= Most
        ? _lines
        : [.. _lines.Take(Most), BuildMessage.Of(file.GivenPath, $"{_lines.Count - Most} more mistakes.")];

    /// <summary>Something is wrong at a place.</summary>
    public void Add(TextRange place, string sentence)
    {
        var (line, column) = file.PlaceOf(place.Start);
        _lines.Add($"{OneLine.Escaped(file.GivenPath)}({line},{column}): error: {OneLine.Message(sentence)}");
    }

    /// <summary>Reports members that nothing reads, and those that are there twice. Names that begin with <c>x-</c>,
    /// and <c>$comment</c>, are for people.</summary>
    public void CheckNames(JsonObject json, string what, params string[] known)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var member in json.AllMembers)
        {
            if (!seen.Add(member.Name))
            {
                Add(member.NameRange, $"'{OneLine.Of(member.Name)}' is there twice: remove one of them.");
            }
            else if (!known.Contains(member.Name) && !IsForPeople(member.Name))
            {
                Add(member.NameRange, $"{what} has no member '{OneLine.Of(member.Name)}'"
                    + $"{NearestName.Question(member.Name, known)}: it has {string.Join(", ", known)}.");
            }
        }
    }

    private static bool IsForPeople(string name) =>
        name == "$comment" || name.StartsWith("x-", StringComparison.Ordinal);
}
