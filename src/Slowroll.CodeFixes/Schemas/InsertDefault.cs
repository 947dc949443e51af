using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>SLOW1006: gives a flag a default, for its author to change.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(InsertDefault),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
public sealed class InsertDefault() : MemberFix(SchemaRules.MissingDefault)
{
    // The default doesn't depend on the class.
    private static readonly SchemaClass AnyClass =
        new() { FileName = "", Namespace = "", Name = "Schema", IsPublic = false };

    internal override string Title => "Add a default";

    private protected override IEnumerable<TextChange> Mend(string text, JsonObject owner, JsonMember member)
    {
        var problem = SchemaReader.Read(text, AnyClass).Problems
            .FirstOrDefault(each => each.Rule == SchemaRules.MissingDefault && each.Range == member.NameRange);
        if (problem is null || member.Value is not JsonObject { AllMembers: [.., var last] })
        {
            yield break;
        }

        // Like the member before it: on a line of its own, or on the same line.
        var lineStart = text.LastIndexOf('\n', last.NameRange.Start - 1) + 1;
        var indent = text.Substring(lineStart, last.NameRange.Start - lineStart);
        var lineBreak = lineStart > 1 && text[lineStart - 2] == '\r' ? "\r\n" : "\n";
        var gap = string.IsNullOrWhiteSpace(indent) ? lineBreak + indent : " ";
        yield return new(new(last.Value.Range.End, 0), $",{gap}\"default\": {{ \"stable\": {problem.Arguments[1]} }}");
    }
}
