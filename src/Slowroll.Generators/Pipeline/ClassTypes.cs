using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>The types of a class's flags, in a file of their own: a changed flag doesn't print them again.</summary>
/// <param name="Class">The class.</param>
/// <param name="Types">Its enums and records.</param>
internal sealed record ClassTypes(SchemaClass Class, EquatableArray<DeclaredType> Types);
