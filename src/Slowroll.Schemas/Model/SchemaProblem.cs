using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Model;

/// <summary>Something in a schema that its author should mend.</summary>
/// <param name="RuleId">One of <see cref="SchemaRules"/>.</param>
/// <param name="Range">The exact place.</param>
/// <param name="Arguments">What the rule's message names.</param>
public sealed record SchemaProblem(string RuleId, TextRange Range, EquatableArray<string> Arguments);
