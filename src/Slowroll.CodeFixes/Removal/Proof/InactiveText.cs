using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The text that <c>#if</c> leaves out. Another configuration compiles it, so that what it names is in use.</summary>
internal sealed class InactiveText
{
    private readonly HashSet<string> _names = [], _texts = [];

    private InactiveText(IEnumerable<SyntaxTrivia> inactive)
    {
        foreach (var token in inactive.SelectMany(text => SyntaxFactory.ParseTokens(text.ToFullString())))
        {
            // A text with holes has its names inside of it.
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                _names.Add(token.ValueText);
            }
            else if (token.IsKind(SyntaxKind.StringLiteralToken) || token.Text.Contains('"'))
            {
                _texts.Add(token.ValueText);
                _names.UnionWith(Words(token.Text));
            }
        }
    }

    public static InactiveText In(SyntaxNode root) => new(root.ContainsDirectives
        ? root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia))
        : []);

    /// <summary>Whether a name stands in it.</summary>
    public bool Names(string name) => _names.Contains(name);

    /// <summary>Whether a text in quotes stands in it.</summary>
    public bool Quotes(string text) => _texts.Contains(text);

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[i]);
            if (!isLetter && start >= 0)
            {
                yield return text.Substring(start, i - start);
            }

            start = isLetter ? start < 0 ? i : start : -1;
        }
    }
}
