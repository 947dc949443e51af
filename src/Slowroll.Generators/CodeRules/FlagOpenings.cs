using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>Collects where a program asks its <c>Flags</c>, what it opens, and what may give them a config.</summary>
internal sealed class FlagOpenings(RuntimeTypes types)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _opened = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _escaped = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<(INamedTypeSymbol FlagClass, Location Place)> _reads = [];
    private readonly ConcurrentBag<(INamedTypeSymbol Owner, Location Place)> _discarded = [];

    public void Note(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                NoteCall(call);
                break;
            case IMethodReferenceOperation reference:
                NoteMethod(reference.Method);
                break;
            case IPropertyReferenceOperation when AmbientFlagsMention.In(operation, types) is { } mention:
                NoteMention(mention);
                break;
            case IFieldReferenceOperation
            {
                Field:
                {
                    ContainingType: { Name: "Flags" } owner,
                    Type: INamedTypeSymbol { Name: "AmbientFlags" }
                }
            }:
                _escaped.TryAdd(owner, true); // another part of Flags may set them
                break;
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol { Name: "Flags" } type }:
                _escaped.TryAdd(type, true);
                break;
        }
    }

    /// <summary>Reports opened configs that aren't kept, and one read of each class that nothing else has opened: one
    /// mistake is reported once.</summary>
    public void Report(CompilationAnalysisContext context)
    {
        foreach (var operation in RazorFiles.Operations(context.Compilation, context.CancellationToken))
        {
            Note(operation);
        }

        foreach (var (owner, place) in _discarded)
        {
            var isClass = types.IsFlagClass(owner);
            var kept = isClass && owner.ContainingNamespace.GetTypeMembers("Flags").Any()
                ? $"Flags.{owner.Name} ="
                : isClass ? "var flags =" : "await using var config =";
            context.ReportDiagnostic(RuleReport.Create(
                FlagUseRules.NotOpened, place, $"The config that {owner.Name}.OpenAsync opens isn't kept",
                $"{kept} await {owner.Name}.OpenAsync(...)"));
            _opened.TryAdd(owner, true);
        }

        foreach (var reads in _reads.GroupBy(read => read.FlagClass, SymbolEqualityComparer.Default))
        {
            var flagClass = (INamedTypeSymbol)reads.Key!;
            if (IsUnset(flagClass, context.Compilation)
                && !IsInInactiveCode(context.Compilation, flagClass.Name, context.CancellationToken))
            {
                var first = reads.Select(read => read.Place)
                    .OrderBy(place => place.SourceTree!.FilePath, StringComparer.Ordinal)
                    .ThenBy(place => place.SourceSpan.Start)
                    .First();
                context.ReportDiagnostic(RuleReport.Create(
                    FlagUseRules.NotOpened,
                    first,
                    $"Nothing in this program sets Flags.{flagClass.Name}",
                    $"Flags.{flagClass.Name} = await {flagClass.Name}.OpenAsync(...) where it starts"));
            }
        }
    }

    private void NoteCall(IInvocationOperation call)
    {
        NoteMethod(call.TargetMethod);
        if (HostedFlagsCall.AddedBy(call, types) is { } added)
        {
            _opened.TryAdd(added, true); // SLOW2008 checks these
        }

        if (DiscardedConfig.OpenedBy(call, types) is { } owner && DiscardedConfig.IsDiscarded(call))
        {
            _discarded.Add((owner, call.Syntax.GetLocation()));
        }
    }

    // A test's scope, or its values.
    private void NoteMethod(IMethodSymbol method)
    {
        if (method is { IsStatic: true, Name: "Fixed", ContainingType: var owner } && types.IsFlagClass(owner))
        {
            _opened.TryAdd(owner, true);
        }
        else if (method
            is { IsStatic: true, ContainingType.Name: "Flags", Parameters: [{ Type: INamedTypeSymbol flagClass }] }
            && AmbientFlagsMention.IsAmbient(method.ContainingType, flagClass)
            && types.IsFlagClass(flagClass))
        {
            _opened.TryAdd(flagClass, true);
        }
    }

    private void NoteMention(AmbientFlagsMention mention)
    {
        if (mention.IsAssigned)
        {
            _opened.TryAdd(mention.FlagClass, true);
        }
        else
        {
            _reads.Add((mention.FlagClass, mention.Reference.Syntax.GetLocation()));
        }
    }

    // It isn't known here what sets the flags of another project.
    private bool IsUnset(INamedTypeSymbol flagClass, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(flagClass.ContainingAssembly, compilation.Assembly)
        && !_opened.ContainsKey(flagClass)
        && !_escaped.Keys.Any(flags => AmbientFlagsMention.IsAmbient((INamedTypeSymbol)flags, flagClass));

    // Another configuration of the project sets them.
    private static bool IsInInactiveCode(Compilation compilation, string name, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantTrivia(descendIntoTrivia: true))
            .Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(name));
}
