using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Reading;

/// <summary>The definition of a type in a schema.</summary>
/// <param name="Path">The flag, for a message.</param>
/// <param name="Definition">The node that defines it: the same node is the same type.</param>
/// <param name="Name">The name that it has unless the schema gives one.</param>
/// <param name="Schema">What the schema says about it.</param>
internal sealed record TypeSource(string Path, JsonNode Definition, string Name, MergedSchema Schema);
