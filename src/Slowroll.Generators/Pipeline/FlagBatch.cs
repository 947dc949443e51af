using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>What one file of a class holds.</summary>
/// <param name="Class">The class.</param>
/// <param name="Index">Which part it is; the first also holds what is not a flag.</param>
/// <param name="Description">The schema's description; the first part alone carries it.</param>
/// <param name="Flags">The part's flags.</param>
internal sealed record FlagBatch(SchemaClass Class, int Index, string? Description, EquatableArray<FlagModel> Flags)
{
    // One changed flag makes an editor compile its file again: 16 ms at this size where one file of 10,000 costs 144.
    private const int FlagsInAPart = 100;

    public bool IsFirst => Index == 0;

    public static IEnumerable<FlagBatch> Split(SchemaModel model)
    {
        var flags = model.Flags;
        for (var index = 0; index == 0 || index * FlagsInAPart < flags.Count; index++)
        {
            var start = index * FlagsInAPart;
            yield return new(
                model.Class,
                index,
                index == 0 ? model.Description : null,
                flags.Slice(start, Math.Min(FlagsInAPart, flags.Count - start)));
        }
    }
}
