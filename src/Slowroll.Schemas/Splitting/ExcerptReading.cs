using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Schemas.Splitting;

/// <summary>What a part of a schema says. As all that travels through the compiler's cache it is a value.</summary>
/// <param name="Model">The part as if it were all; null if it is no schema.</param>
/// <param name="TypePlaces">For each type of the model a number for where it is defined, if it is where every part has it; else 0.</param>
/// <param name="HasProblems">Whether its author should mend anything.</param>
public sealed record ExcerptReading(SchemaModel? Model, EquatableArray<int> TypePlaces, bool HasProblems)
{
    /// <summary>Reads a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="schemaClass">The class to be.</param>
    public static ExcerptReading Read(SchemaExcerpt part, SchemaClass schemaClass)
    {
        var reading = SchemaReader.Read(part.Text, schemaClass);
        return new(reading.Model, new([.. reading.TypePlaces.Select(part.SharedPlace)]), reading.Problems.Count > 0);
    }

    /// <summary>What all parts say together.</summary>
    /// <param name="parts">The parts of one schema, in its order.</param>
    /// <returns>Null if that takes a reading of the whole: there are none, one has a problem, or two of them want one name.</returns>
    public static SchemaModel? Join(IReadOnlyList<ExcerptReading> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.HasProblems || part.Model is null))
        {
            return null;
        }

        List<FlagModel> flags = [.. parts.SelectMany(part => part.Model!.Flags)];
        HashSet<(DeclaredType, int)> shared = [];
        List<(DeclaredType Type, int Place)> types =
        [
            .. parts
                .SelectMany(part => part.Model!.Types.Zip(part.TypePlaces, (type, place) => (Type: type, Place: place)))
                .Where(type => type.Place == 0 || shared.Add(type)),
        ];
        var isClear = AllDiffer(flags.Select(flag => flag.Name))
            && AllDiffer(flags.Select(flag => (flag.Section, flag.Key)))
            && AllDiffer(types.Select(type => type.Type.Name))
            && AllDiffer(types.Select(type => type.Place).Where(place => place != 0));
        return isClear ? parts[0].Model! with { Flags = new([.. flags]), Types = new([.. types.Select(type => type.Type)]) } : null;
    }

    private static bool AllDiffer<T>(IEnumerable<T> names)
    {
        HashSet<T> known = [];
        return names.All(known.Add);
    }
}
