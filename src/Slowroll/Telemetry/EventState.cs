using System.Collections;

namespace Slowroll.Telemetry;

/// <summary>What a logger gets of an event: named values, and the sentence that is made from them.</summary>
/// <remarks>The names have dots, as OpenTelemetry wants them: the usual templates of log messages can't have names with
/// dots.</remarks>
internal sealed class EventState : IReadOnlyList<KeyValuePair<string, object?>>
{
    // Logging providers know the template by this name.
    private const string Template = "{OriginalFormat}";

    private readonly string _message;
    private readonly KeyValuePair<string, object?>[] _values;

    /// <param name="message">The whole sentence.</param>
    /// <param name="template">The same for all events of this kind, with names in braces.</param>
    /// <param name="values">The values; those that are null are left out.</param>
    public EventState(string message, string template, params IEnumerable<KeyValuePair<string, object?>> values)
    {
        _message = message;
        _values = [.. values.Where(each => each.Value is not null), new(Template, template)];
    }

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    /// <summary>The values without the template.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Attributes => _values.SkipLast(1);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => _message;
}
