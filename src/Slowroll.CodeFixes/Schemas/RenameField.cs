using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>SLOW3019: gives a misspelled field of a rollout the name that was meant.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(RenameField),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
public sealed class RenameField() : MemberFix(DriftRules.MisspelledField)
{
    internal override string Title => "Correct the name";

    // Of two fields with one name only one would count: a person must decide.
    private protected override IEnumerable<TextChange> Mend(string text, JsonObject owner, JsonMember member)
    {
        if (MisspelledField.Meant(member.Name) is { } meant
            && owner.Find(meant) is null
            && owner.AllMembers.Count(other => MisspelledField.Meant(other.Name) == meant) == 1)
        {
            yield return new(new(member.NameRange.Start, member.NameRange.Length), $"\"{meant}\"");
        }
    }
}
