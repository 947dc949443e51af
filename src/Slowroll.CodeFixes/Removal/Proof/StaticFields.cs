using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Whether reading a static field may run code: the static constructor of its type.</summary>
internal static class StaticFields
{
    public static bool IsHarmless(IFieldSymbol field, INamedTypeSymbol? place)
    {
        var type = field.ContainingType;
        return field.IsConst
            || field is { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String }
            || !type.DeclaringSyntaxReferences.IsEmpty
                && (type.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
                ? IsInside(place, type) // code in the type runs after its static constructor began
                : type.DeclaringSyntaxReferences.All(part => !HasStaticInitializer(part.GetSyntax())));
    }

    private static bool IsInside(INamedTypeSymbol? place, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(place, type);

    private static bool HasStaticInitializer(SyntaxNode part) =>
        part is not TypeDeclarationSyntax type || type.Members.Any(member => member switch
        {
            FieldDeclarationSyntax field => IsStatic(field.Modifiers)
                && field.Declaration.Variables.Any(variable => variable.Initializer is not null),
            EventFieldDeclarationSyntax @event => IsStatic(@event.Modifiers)
                && @event.Declaration.Variables.Any(variable => variable.Initializer is not null),
            PropertyDeclarationSyntax property => IsStatic(property.Modifiers) && property.Initializer is not null,
            _ => false,
        });

    private static bool IsStatic(SyntaxTokenList modifiers) =>
        modifiers.Any(modifier => modifier.ValueText is "static");
}
