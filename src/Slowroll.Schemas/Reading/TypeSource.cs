using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Reading;

/// <summary>Where a schema brings a type along.</summary>
/// <param name="Path">The flag, for a message.</param>
/// <param name="Definition">What makes it the same type again.</param>
/// <param name="Name">The name that it has for want of another.</param>
/// <param name="Schema">What the schema says about it.</param>
internal sealed record TypeSource(string Path, JsonNode Definition, string Name, MergedSchema Schema);
