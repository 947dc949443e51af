using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.CodeRules;

/// <summary>Collects which flags a project asks for, through accessors, typed names and plain names.</summary>
internal sealed class FlagReads(RuntimeTypes types)
{
    private readonly ConcurrentDictionary<(string Owner, string Member), bool> _members = new();
    private readonly ConcurrentDictionary<(string Section, string Key), bool> _names = new();
    private volatile bool _anyUnknown;

    public void Note(IOperation operation)
    {
        if (operation.Syntax.SyntaxTree.FilePath.Contains(GeneratedCode.Folder))
        {
            return; // every accessor there asks for its flag
        }

        if (FlagMention.In(operation, types) is { } mention)
        {
            Note(mention);
        }
        else if (MemberOf(operation) is { ContainingType: { } owner } member)
        {
            Note(member, owner);
        }
    }

    /// <summary>The plain names that are asked for.</summary>
    public IEnumerable<(string Section, string Key)> Names => _names.Keys;

    /// <summary>Whether code asks for the flag, or may ask for it by a name that only the running program
    /// knows.</summary>
    public bool MayAsk(KnownFlag flag) =>
        _anyUnknown
        || _members.ContainsKey(($"global::{flag.Class.FullName}", flag.Flag.Name))
        || _names.ContainsKey((flag.Flag.Section, flag.Flag.Key));

    private void Note(FlagMention mention)
    {
        if (mention is { SectionName: { } section, KeyName: { } key })
        {
            _names.TryAdd((section, key), true);
        }
        else
        {
            _anyUnknown |= mention.Asks;
        }
    }

    // An accessor, or a property of the class's Keys.
    private void Note(ISymbol member, INamedTypeSymbol owner)
    {
        var flagClass = owner is { Name: "Keys", ContainingType: { } outer } ? outer : owner;
        if (types.IsFlagClass(flagClass))
        {
            _members.TryAdd((flagClass.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), member.Name), true);
        }
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMemberReferenceOperation reference => reference.Member,
        _ => null,
    };
}
