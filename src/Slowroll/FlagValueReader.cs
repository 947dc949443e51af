using System.Text.Json;

namespace Slowroll;

/// <summary>Reads a flag's value as a .NET type.</summary>
/// <remarks>Give the same object each time a flag is found: values that were read are kept per reader. If it throws,
/// the value counts as refused without a reason.</remarks>
/// <param name="json">The value in the config.</param>
/// <returns>The value as a <typeparamref name="T"/>, or a refusal.</returns>
public delegate FlagReading<T> FlagValueReader<T>(JsonElement json);
