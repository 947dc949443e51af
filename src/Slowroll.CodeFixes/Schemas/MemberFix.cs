using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>A fix that edits a member of the JSON file that has the diagnostic.</summary>
public abstract class MemberFix : FileFix
{
    private protected MemberFix(Rule rule) : base(rule)
    {
    }

    internal sealed override async Task<Solution> FixAsync(
        Project project, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        foreach (var file in project.AdditionalDocuments)
        {
            var places = diagnostics
                .Where(diagnostic => AdditionalFiles.IsAt(file, diagnostic.Location.GetLineSpan().Path))
                .Select(diagnostic => diagnostic.Location.SourceSpan.Start);
            var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
            List<TextChange> changes = [.. Changes(text.ToString(), places)];
            solution = changes.Count > 0
                ? solution.WithAdditionalDocumentText(file.Id, text.WithChanges(changes))
                : solution;
        }

        return solution;
    }

    /// <summary>The edits for a member that has a diagnostic.</summary>
    private protected abstract IEnumerable<TextChange> Mend(string text, JsonObject owner, JsonMember member);

    // A diagnostic begins at the name of a member.
    private IEnumerable<TextChange> Changes(string text, IEnumerable<int> places)
    {
        HashSet<int> wanted = [.. places];
        return wanted.Count == 0 || JsonText.ReadConfig(text).Root is not { } root ? [] :
            from found in Members(root)
            where wanted.Contains(found.Member.NameRange.Start)
            from change in Mend(text, found.Owner, found.Member)
            orderby change.Span.Start
            select change;
    }

    private static IEnumerable<(JsonObject Owner, JsonMember Member)> Members(JsonNode node) => node switch
    {
        JsonObject owner => owner.AllMembers.SelectMany(member => Members(member.Value).Prepend((owner, member))),
        JsonArray list => list.Items.SelectMany(Members),
        _ => [],
    };
}
