using Slowroll.Schemas.Json;
using Slowroll.Texts;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Manifests;

/// <summary>Collects what the other format can't say, so that nothing is lost silently.</summary>
internal sealed class ManifestNotes(TextFile file)
{
    private const int Most = 200;

    private readonly List<string> _lines = [];
    private int _count;

    /// <summary>Whether a flag was left out.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The lines to print.</summary>
    public IEnumerable<string> Lines => _count <= Most
        ? _lines
        : _lines.Append(BuildMessage.Of(file.GivenPath, $"{_count - Most} more of these."));

    /// <summary>A part of a flag is left out.</summary>
    public void Warn(TextRange place, string sentence) => Add(place, "warning", sentence);

    /// <summary>A flag is left out.</summary>
    public void LeaveOut(TextRange place, string sentence)
    {
        HasErrors = true;
        Add(place, "error", sentence);
    }

    private void Add(TextRange place, string severity, string sentence)
    {
        if (_count++ >= Most)
            return;

        var (line, column) = file.PlaceOf(place.Start);
        _lines.Add(
            $"{OneLine.Escaped(file.GivenPath)}({line},{column}): {severity}: {OneLine.Message(sentence)}");
    }
}
