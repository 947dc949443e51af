using System.Text.Json;

namespace Slowroll;

/// <summary>Reads a flag's value as a .NET type.</summary>
/// <remarks>It should be one and the same object each time a flag is asked for: what was read is kept by it. One that
/// throws counts as one that refuses the value without a reason.</remarks>
/// <param name="json">The value in the config.</param>
/// <returns>The same as a <typeparamref name="T"/>, or a refusal.</returns>
public delegate FlagReading<T> FlagValueReader<T>(JsonElement json);
