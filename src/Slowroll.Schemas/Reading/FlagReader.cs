using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Reads one flag. What is wrong with it takes no other flag down.</summary>
internal sealed class FlagReader(PlaceReader places, FlagNames names, ProblemList problems, DeclaredTypes types)
{
    private readonly ValueTypeReader _types = new(places, problems, types);
    private readonly ValueLimits _limits = new(places);

    public FlagModel? Read(string section, JsonMember flag, string hashKey)
    {
        var path = MessageText.Flag(section, flag.Name);
        var place = places.Read(flag.Value);
        if (place.IsBroken
            || names.Flag(flag, place) is not { } name
            || _types.Read(path, flag, place) is not { } type
            || Default(path, flag, place, type) is not { } @default)
        {
            return null;
        }

        return new()
        {
            Section = section,
            Key = flag.Name,
            Name = name,
            HashKey = names.HashKey(place, hashKey),
            TypeName = type.CSharpName,
            AllowsNull = type is NullableType { Inner.IsClass: true },
            Reader = type.IsBuiltIn ? null : type.Reader,
            Default = @default,
            Description = place.Description,
            Examples = place.Examples,
            IsDeprecated = place.IsDeprecated,
        };
    }

    private FlagDefault? Default(string path, JsonMember flag, SchemaPlace place, ValueType type)
    {
        switch (place.Find("default"))
        {
            case null when type.Zero is { } zero:
                return Broken(place, JsonText.Read(zero.Json).Root) is not { } silent
                    ? zero
                    : Wrong(path, flag.NameRange, $"without one it is {zero.Json}, and the schema says {silent.Said}");
            case null:
                problems.Add(SchemaRules.MissingDefault, flag.NameRange, path, type.Example);
                return null;
            case JsonObject rollout when rollout.Find("stable") is { Value: var stable }:
                return type.FindMisfit(stable) is { } misfit ? Wrong(path, misfit.Range, $"\"stable{MessageText.Of(misfit.Path)}\" must be {misfit.Wanted}")
                    : type.FindSlips(stable).FirstOrDefault() is { } slip ? Wrong(path, slip.Member.NameRange, $"the schema says {MessageText.Quote(slip.Meant)}, not {MessageText.Quote(slip.Member.Name)}")
                    : type.Express(stable) is not { } expression ? null
                    : Broken(place, stable) is { } broken ? Wrong(path, broken.Range, $"the schema says {broken.Said}")
                    : new(expression, JsonText.Write(stable));
            case var other:
                return Wrong(path, other.Range, "a default is a rollout: { \"stable\": ... }");
        }
    }

    private (TextRange Range, string Said)? Broken(SchemaPlace place, JsonNode? value) =>
        value is not null && (place.Property("stable") ?? place.Property("new")) is { } schema ? _limits.FindBroken(schema, value) : null;

    private FlagDefault? Wrong(string path, TextRange range, string reason)
    {
        problems.Add(SchemaRules.WrongDefault, range, path, reason);
        return null;
    }
}
