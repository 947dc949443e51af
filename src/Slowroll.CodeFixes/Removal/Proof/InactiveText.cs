using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The text that <c>#if</c> leaves out. Another configuration compiles it, so the names in it are
/// used.</summary>
internal sealed class InactiveText
{
    private readonly HashSet<string> _names = [], _texts = [];

    private InactiveText(IEnumerable<SyntaxTrivia> inactive)
    {
        foreach (var token in inactive.SelectMany(text => SyntaxFactory.ParseTokens(text.ToFullString())))
        {
            // An interpolated string has names inside it.
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

    /// <summary>Whether it has a name.</summary>
    public bool Names(string name) => _names.Contains(name);

    /// <summary>Whether it has a text in quotes.</summary>
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
