using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Model;

/// <summary>Something in a schema that its author should mend.</summary>
/// <param name="Rule">One of <see cref="SchemaRules"/>.</param>
/// <param name="Range">The exact place.</param>
/// <param name="Arguments">What the rule's message names.</param>
public sealed record SchemaProblem(Rule Rule, TextRange Range, EquatableArray<string> Arguments);
