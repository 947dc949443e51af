using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Schemas.Splitting;

/// <summary>What reading an excerpt gave. It is compared by value, like all that the compiler's cache
/// holds.</summary>
/// <param name="Model">The model of the excerpt; null if it is no schema.</param>
/// <param name="TypePlaces">For each type of the model, a number for the place of its definition if all excerpts
/// share that place; else 0.</param>
/// <param name="HasProblems">Whether anything in it is wrong.</param>
internal sealed record ExcerptReading(SchemaModel? Model, EquatableArray<int> TypePlaces, bool HasProblems)
{
    /// <summary>Reads an excerpt.</summary>
    /// <param name="part">The part.</param>
    /// <param name="schemaClass">The class that is generated.</param>
    public static ExcerptReading Read(SchemaExcerpt part, SchemaClass schemaClass)
    {
        var reading = SchemaReader.Read(part.Text, schemaClass);
        return new(reading.Model, new([.. reading.TypePlaces.Select(part.SharedPlace)]), reading.Problems.Count > 0);
    }

    /// <summary>The model of all excerpts together.</summary>
    /// <param name="parts">The excerpts of one schema, in its order.</param>
    /// <returns>Null if the whole schema must be read: there are no excerpts, one has a problem, or two need the same
    /// name.</returns>
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
        return isClear
            ? parts[0].Model! with { Flags = new([.. flags]), Types = new([.. types.Select(type => type.Type)]) }
            : null;
    }

    private static bool AllDiffer<T>(IEnumerable<T> names)
    {
        HashSet<T> known = [];
        return names.All(known.Add);
    }
}
