using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Json;

namespace Slowroll.CodeFixes.Schemas;

/// <summary>A fix that edits a schema: at one place, in a project or in the solution.</summary>
public abstract class SchemaFix : CodeFixProvider
{
    private readonly string _ruleId;

    private protected SchemaFix(string ruleId) => _ruleId = ruleId;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(_ruleId);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new SchemaFixAll(this);

    internal abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var schema = context.TextDocument;
        var text = await schema.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            List<TextChange> changes = [.. Changes(text.ToString(), [diagnostic.Location.SourceSpan.Start])];
            if (changes.Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        _ => Task.FromResult(schema.Project.Solution.WithAdditionalDocumentText(schema.Id, text.WithChanges(changes))),
                        equivalenceKey: _ruleId),
                    diagnostic);
            }
        }
    }

    /// <summary>The edits of a schema.</summary>
    /// <param name="text">The schema.</param>
    /// <param name="places">Where diagnostics begin, each at the name of a member.</param>
    internal IEnumerable<TextChange> Changes(string text, IEnumerable<int> places)
    {
        HashSet<int> wanted = [.. places];
        return JsonText.Read(text).Root is not { } root ? [] :
            from found in Members(root)
            where wanted.Contains(found.Member.NameRange.Start)
            from change in Mend(text, found.Owner, found.Member)
            orderby change.Span.Start
            select change;
    }

    /// <summary>The edits for a member that has a diagnostic.</summary>
    private protected abstract IEnumerable<TextChange> Mend(string text, JsonObject owner, JsonMember member);

    private static IEnumerable<(JsonObject Owner, JsonMember Member)> Members(JsonNode node) => node switch
    {
        JsonObject owner => owner.AllMembers.SelectMany(member => Members(member.Value).Prepend((owner, member))),
        JsonArray list => list.Items.SelectMany(Members),
        _ => [],
    };
}
