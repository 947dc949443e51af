using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>SLOW1011: puts a <c>$ref</c> into <c>allOf</c>, so that editors read the keywords beside it.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(WrapReference),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
public sealed class WrapReference() : MemberFix(SchemaRules.SilentTrap)
{
    internal override string Title => "Put the $ref into allOf";

    // With an existing allOf, a duplicate name or another mistake, a person must decide.
    private protected override IEnumerable<TextChange> Mend(string text, JsonObject owner, JsonMember member)
    {
        if (member.Name == "properties"
            && owner.Find("allOf") is null
            && owner.AllMembers.Count(each => each.Name == "$ref") == 1
            && owner.Find("$ref") is { } reference)
        {
            yield return new(new(reference.NameRange.Start, 0), "\"allOf\": [{ ");
            yield return new(new(reference.Value.Range.End, 0), " }]");
        }
    }
}
