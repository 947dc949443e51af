using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A schema of any number of documented flags, in sections of a hundred.</summary>
internal static class BenchSchema
{
    public const string Path = "/app/app.schema.json";

    public static SchemaClass Class { get; } =
        new() { FileName = "app.schema.json", Namespace = "Bench", Name = "App", IsPublic = false };

    public static string Of(int flags, int changed = -1)
    {
        StringBuilder json = new("{ \"properties\": {");
        for (var flag = 0; flag < flags; flag++)
        {
            if (flag % 100 == 0)
                json.Append($"{(flag == 0 ? "" : " } },")}\n\"section_{flag / 100}\": {{ \"properties\": {{");
            json.Append($$"""
                {{(flag % 100 == 0 ? "" : ",")}}
                "flag_number_{{flag}}": {
                  "$ref": "slowroll.schema.json#/$defs/boolean",
                  "description": "What flag number {{flag}} is for, in a sentence.",
                  "default": { "stable": {{(flag == changed ? "true" : "false")}} }
                }
                """);
        }

        return json.Append(" } } } }").ToString();
    }
}

/// <summary>A file as the compiler is given it.</summary>
internal sealed class BenchFile(string path, string text) : AdditionalText
{
    private readonly SourceText _source = SourceText.From(text, Encoding.UTF8);

    public string Text => text;

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
}
