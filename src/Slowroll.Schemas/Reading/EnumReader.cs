using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Reads a list of strings as an enum.</summary>
/// <param name="declared">The types that were read so far.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class EnumReader(DeclaredTypes declared, ProblemList problems)
{
    /// <summary>The enum, or null after a problem was reported.</summary>
    public ValueType? Read(TypeSource source, JsonArray values)
    {
        if (declared.Find(source.Definition) is { } known)
        {
            return known;
        }

        if (Members(source.Path, values) is not { } members || declared.Name(source) is not { } name)
        {
            return null;
        }

        EnumDeclaration declaration = new()
        {
            Name = name,
            Members = new([.. members]),
            Description = source.Schema.Description,
            Examples = source.Schema.Examples,
            IsDeprecated = source.Schema.IsDeprecated,
        };
        return declared.Add(source, declaration, new EnumType(declared.Holder, declaration));
    }

    private List<EnumMember>? Members(string path, JsonArray values)
    {
        Dictionary<string, string> textsByName = new(StringComparer.Ordinal);
        List<EnumMember> members = [];
        foreach (var value in values.Items.Where(value => value is not JsonNull))
        {
            if (value is not JsonString { Text: var text })
            {
                return Refuse(value, $"its \"enum\" has {MessageText.Json(value)} among values of another kind; list "
                    + "only strings, only numbers or only booleans, or remove the \"enum\"");
            }

            var name = text is "" ? "Empty" : Identifier.Pascal(text);
            if (name is null)
            {
                return Refuse(
                    value, $"no C# name can be made of its value {MessageText.Json(value)}; an enum has strings with "
                        + "letters or digits in them");
            }

            if (textsByName.TryGetValue(name, out var twin))
            {
                return Refuse(value, $"its values {MessageText.Quote(twin)} and {MessageText.Json(value)} are "
                    + $"both {MessageText.Of(name)} in C#; rename one, or remove the \"enum\"");
            }

            textsByName.Add(name, text);
            members.Add(new(text, name));
        }

        return members.Count > 0
            ? members
            : Refuse(values, "its \"enum\" has no value; list the values that the flag can have");

        List<EnumMember>? Refuse(JsonNode at, string reason)
        {
            problems.AddUnsupportedType(path, at.Range, reason);
            return null;
        }
    }
}
