using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Reading;

/// <summary>The flags of all sections, each with its own name. Of two with one name, the first is kept.</summary>
internal sealed class FlagCollection(ProblemList problems)
{
    private readonly List<FlagModel> _flags = [];
    private readonly Dictionary<string, (FlagModel Flag, TextRange Range)> _byName = new(StringComparer.Ordinal);

    public void Add(FlagModel flag, TextRange range)
    {
        if (_byName.TryGetValue(flag.Name, out var first))
        {
            Collide(flag, range, first.Flag);
            Collide(first.Flag, first.Range, flag);
            return;
        }

        _byName.Add(flag.Name, (flag, range));
        _flags.Add(flag);
    }

    public EquatableArray<FlagModel> ToArray() => new([.. _flags]);

    /// <summary>Where each of them is named.</summary>
    public EquatableArray<TextRange> Places() => new([.. _flags.Select(flag => _byName[flag.Name].Range)]);

    private void Collide(FlagModel flag, TextRange range, FlagModel other) => problems.Add(
        SchemaRules.NameCollision, range, MessageText.Flag(flag.Section, flag.Key),
        MessageText.Flag(other.Section, other.Key), MessageText.Of(flag.Name));
}
