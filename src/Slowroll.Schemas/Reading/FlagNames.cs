using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Reading;

/// <summary>Decides the C# names of flags and hash keys, from <c>x-slowroll</c> or from their own names.</summary>
internal sealed class FlagNames(string className, ProblemList problems)
{
    /// <summary>The name if the schema gives no other.</summary>
    public const string DefaultHashKey = "hashKey";

    private const string HashKeyMember = "hashKey", NameMember = "name";

    /// <summary>The members of <c>x-slowroll</c>.</summary>
    public static readonly IReadOnlyList<string> Own = [HashKeyMember, NameMember];

    /// <summary>The hash key's name there; if the schema gives none, <paramref name="inherited"/>.</summary>
    public string HashKey(MergedSchema merged, string inherited)
    {
        if (merged.FindOwn(HashKeyMember) is not { } wanted)
        {
            return inherited;
        }

        if (wanted is JsonString { Text: var text } && Identifier.Camel(text) is { } name)
        {
            return name;
        }

        problems.Add(SchemaRules.NoIdentifier, wanted.Range, MessageText.Json(wanted),
            "give the hash key a name of letters, such as \"host\"");
        return inherited;
    }

    /// <summary>The flag's C# name, or null after a problem was reported.</summary>
    public string? Flag(JsonMember flag, MergedSchema merged)
    {
        var wanted = merged.FindOwn(NameMember);
        var name = wanted switch
        {
            null => Identifier.Pascal(flag.Name),
            JsonString { Text: var text } when Identifier.IsPascal(text) => text,
            _ => null,
        };
        if (name is not null)
        {
            return ReservedNames.ForFlag(name, className);
        }

        var (range, refused) = wanted is null
            ? (flag.NameRange, MessageText.Quote(flag.Name))
            : (wanted.Range, MessageText.Json(wanted));
        problems.Add(SchemaRules.NoIdentifier, range, refused,
            "give the flag one: \"x-slowroll\": { \"name\": \"PascalCase\" }");
        return null;
    }
}
