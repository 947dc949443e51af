using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Slowroll;

/// <summary>Reads a flag's value as a .NET type.</summary>
/// <remarks>It should be one and the same object each time a flag is asked for: what was read is kept by it. One that throws
/// counts as one that answers false.</remarks>
/// <param name="json">The value in the config.</param>
/// <param name="value">The same as a <typeparamref name="T"/>.</param>
/// <returns>Whether it is one.</returns>
public delegate bool FlagValueReader<T>(JsonElement json, [MaybeNullWhen(false)] out T value);
