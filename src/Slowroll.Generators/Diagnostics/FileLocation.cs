using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Diagnostics;

/// <summary>A place in an additional file.</summary>
internal static class FileLocation
{
    public static Location Of(AdditionalText file, SourceText text, TextRange range)
    {
        TextSpan span = new(range.Start, range.Length);
        return Location.Create(MessageText.Path(file.Path), span, text.Lines.GetLinePositionSpan(span));
    }
}
