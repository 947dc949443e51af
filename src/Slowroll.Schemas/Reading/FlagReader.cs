using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Reads one flag. A mistake in it doesn't affect other flags.</summary>
internal sealed class FlagReader(SchemaMerger merger, FlagNames names, ProblemList problems, DeclaredTypes types)
{
    private readonly ValueTypeReader _types = new(merger, problems, types);
    private readonly ValueLimits _limits = new(merger);

    public FlagModel? Read(string section, JsonMember flag, string hashKey)
    {
        var path = MessageText.Flag(section, flag.Name);
        var merged = merger.Read(flag.Value);
        if (merged.IsBroken
            || names.Flag(flag, merged) is not { } name
            || _types.Read(path, flag, merged) is not { } type
            || Default(path, flag, merged, type) is not { } @default)
        {
            return null;
        }

        return new()
        {
            Section = section,
            Key = flag.Name,
            Name = name,
            HashKey = names.HashKey(merged, hashKey),
            TypeName = type.CSharpName,
            AllowsNull = type is NullableType { Inner.IsClass: true },
            Reader = type.IsBuiltIn ? null : type.Reader,
            Default = @default,
            Description = merged.Description,
            Examples = merged.Examples,
            IsDeprecated = merged.IsDeprecated,
        };
    }

    private FlagDefault? Default(string path, JsonMember flag, MergedSchema merged, ValueType type)
    {
        switch (merged.Find("default"))
        {
            case null when type.Zero is { } zero:
                return Broken(merged, JsonText.Read(zero.Json).Root) is not { } silent
                    ? zero
                    : Wrong(path, flag.NameRange, $"without one it is {zero.Json}, and the schema says {silent.Said}");
            case null:
                problems.Add(SchemaRules.MissingDefault, flag.NameRange, path, type.Example);
                return null;
            case JsonObject rollout when rollout.Find("stable") is { Value: var stable }:
                return type.FindMismatch(stable) is { } mismatch ? Wrong(
                    path, mismatch.Range, $"\"stable{MessageText.Of(mismatch.Path)}\" must be {mismatch.Wanted}")
                    : type.FindMisspelled(stable).FirstOrDefault() is { } misspelled ? Wrong(
                        path,
                        misspelled.Member.NameRange,
                        $"the schema says {MessageText.Quote(misspelled.Suggestion)}, "
                            + $"not {MessageText.Quote(misspelled.Member.Name)}")
                    : type.Express(stable) is not { } expression ? null
                    : Broken(merged, stable) is { } broken ? Wrong(path, broken.Range, $"the schema says {broken.Said}")
                    : new(expression, JsonText.Write(stable));
            case var other:
                return Wrong(path, other.Range, "a default is a rollout: { \"stable\": ... }");
        }
    }

    private (TextRange Range, string Said)? Broken(MergedSchema merged, JsonNode? value) =>
        value is not null && (merged.Property("stable") ?? merged.Property("new")) is { } schema
            ? _limits.FindBroken(schema, value)
            : null;

    private FlagDefault? Wrong(string path, TextRange range, string reason)
    {
        problems.Add(SchemaRules.WrongDefault, range, path, reason);
        return null;
    }
}
