using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2005: a constant default that differs from the schema's.</summary>
internal static class FlagDefaultRule
{
    public static Diagnostic? Check(FlagMention mention, IReadOnlyList<KnownFlag> flags)
    {
        if (mention.Default is not { } place
            || flags.Any(flag => !Differs(place, flag)))
        {
            return null;
        }

        var @default = flags[0].Flag.Default;
        return RuleReport.Create(
            FlagUseRules.OtherDefault,
            place.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(FixHints.Default, @default.Expression),
            flags[0].Path,
            MessageText.Of(@default.Json),
            MessageText.Of(place.Syntax.ToString()));
    }

    /// <summary>Whether the default is known to be the schema's.</summary>
    public static bool IsSame(IOperation place, KnownFlag flag) => Compare(place, flag) is true;

    private static bool Differs(IOperation place, KnownFlag flag) => Compare(place, flag) is false;

    // Null if it isn't known: dates, URIs and JSON have no constants, and other values come from elsewhere.
    private static bool? Compare(IOperation place, KnownFlag flag)
    {
        if (ValueOrigin.Of(place).ConstantValue is not { HasValue: true, Value: var here }
            || JsonText.Read(flag.Flag.Default.Json).Root is not { } schema)
        {
            return null;
        }

        return (here, schema) switch
        {
            (null, JsonNull) => true,
            (bool flagged, JsonBoolean boolean) => flagged == boolean.Value,
            (string text, JsonString wanted) => text == wanted.Text,
            (float or double, JsonNumber number) => Convert.ToDouble(here, CultureInfo.InvariantCulture)
                .Equals(double.Parse(number.Text, CultureInfo.InvariantCulture)),
            (IConvertible and not (bool or string), JsonNumber number) =>
                Number(number) == Convert.ToDecimal(here, CultureInfo.InvariantCulture),
            _ => false,
        };
    }

    private static decimal? Number(JsonNumber number) =>
        decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
