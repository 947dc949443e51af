using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>Some of a class's flags: those of one generated file.</summary>
/// <param name="Class">The class.</param>
/// <param name="Index">Which batch it is; the file of the first also has what is not a flag.</param>
/// <param name="Description">The schema's description; only the first batch has it.</param>
/// <param name="Flags">The flags.</param>
internal sealed record FlagBatch(SchemaClass Class, int Index, string? Description, EquatableArray<FlagModel> Flags)
{
    // After a changed flag, an editor compiles its file again: that takes 16 ms at this size, and 144 ms for one file
    // of 10,000 flags.
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
