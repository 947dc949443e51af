using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Slowroll.Generators.Pipeline;

/// <summary>Remembers what was made of a file's text: generator and analyzers ask for it one after the other, and it is
/// made once. A text is the same object until somebody edits it, whatever happens to the code; with the text, the
/// result is forgotten.</summary>
/// <typeparam name="TSettings">What else the result depends on; a value.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="make">Makes the result.</param>
internal sealed class PerText<TSettings, TResult>(Func<SourceText, TSettings, TResult> make)
{
    private readonly ConditionalWeakTable<SourceText, Entry> _known = new();

    public TResult Of(SourceText text, TSettings settings)
    {
        var known = _known.GetValue(text, text => new(settings, make(text, settings)));
        // The project file may say something else since.
        return EqualityComparer<TSettings>.Default.Equals(known.Settings, settings)
            ? known.Result
            : make(text, settings);
    }

    private sealed record Entry(TSettings Settings, TResult Result);
}
