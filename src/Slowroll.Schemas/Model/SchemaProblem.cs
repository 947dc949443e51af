using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Model;

/// <summary>Something that is wrong in a schema.</summary>
/// <param name="Rule">One of <see cref="SchemaRules"/>.</param>
/// <param name="Range">The place.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record SchemaProblem(Rule Rule, TextRange Range, EquatableArray<string> Arguments);
