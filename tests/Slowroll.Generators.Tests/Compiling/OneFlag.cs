using System.Text;
using System.Text.Json;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>A flag of whatever type, in a compiled and loaded class, beside a config that says the same as its
/// default.</summary>
internal sealed class OneFlag
{
    private readonly Type _class;
    private readonly object _key;

    public OneFlag(TestProject project)
    {
        _class = LoadedProject.Load(project).GetType("Acme.Web.AppFeatures")!;
        _key = _class.GetNestedType("Keys")!.GetProperty("TheFlag")!.GetValue(null)!;
    }

    /// <summary>The default, made by the compiler out of the schema's JSON.</summary>
    public object? Default => _key.GetType().GetProperty("Default")!.GetValue(_key);

    /// <param name="type">The schema of its values.</param>
    /// <param name="default">The default, as JSON.</param>
    /// <param name="more">What stands beside the sections.</param>
    public static TestProject Project(string type, string @default, string more = "") =>
        TestProject.WithSchema(Schema(type, @default, more));

    /// <summary>The text of such a project's schema.</summary>
    public static string Schema(string type, string @default, string more = "") => SampleSchemas.WithMembers($$"""
        "the_flag": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": {{type}} },
          "default": { "stable": {{@default}} }
        }
        """, more);

    /// <summary>What the running program reads out of a config, and why.</summary>
    public (object? Value, EvaluationReason Reason, string? Error) Ask(string stable, SlowrollOptions? options = null)
    {
        var config = Encoding.UTF8.GetBytes($$"""{ "features": { "the_flag": { "stable": {{stable}} } } }""");
        var flags = Activator.CreateInstance(_class, SlowrollConfig.FromJson(config, options))!;
        var told = _class.GetMethods()
            .Single(method => method.Name == "Explain" && method.GetParameters()[1].ParameterType == typeof(string))
            .MakeGenericMethod(_key.GetType().GetGenericArguments())
            .Invoke(flags, [_key, "h"])!;
        T Of<T>(string name) => (T)told.GetType().GetProperty(name)!.GetValue(told)!;

        // Asked both ways: the accessor holds the rule on its own.
        var answer = _class.GetMethod("TheFlag", [typeof(string)])!.Invoke(flags, ["h"]);
        Assert.Equal(Print(answer), Print(Of<object?>("Value")));
        return (answer, Of<EvaluationReason>("Reason"), Of<string?>("Error"));
    }

    /// <summary>All that a value holds, however deep.</summary>
    public static string Print(object? value) => value is JsonElement { ValueKind: JsonValueKind.Undefined }
        ? "undefined"
        : JsonSerializer.Serialize(value, Printing);

    private static readonly JsonSerializerOptions Printing = new()
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
