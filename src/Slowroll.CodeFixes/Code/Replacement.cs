using Microsoft.CodeAnalysis;

namespace Slowroll.CodeFixes.Code;

/// <summary>One way to fix a place in code.</summary>
/// <param name="Title">What a person is offered.</param>
/// <param name="Old">What goes.</param>
/// <param name="New">Writes what comes.</param>
internal sealed record Replacement(string Title, SyntaxNode Old, Func<TypeNames, SyntaxNode> New);
