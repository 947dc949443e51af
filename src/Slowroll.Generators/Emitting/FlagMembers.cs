using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints what a flag becomes.</summary>
internal static class FlagMembers
{
    /// <summary>The flag's two methods. What they ask is found on first use: opening and freezing touch no flag.</summary>
    public static string Accessor(FlagModel flag)
    {
        var field = Identifier.Field(flag.Name);
        var hashKey = Identifier.Escape(flag.HashKey);
        return $$"""

                private global::Slowroll.Flag<{{flag.TypeName}}>? {{field}};

                {{Summary(flag)}}
                /// <remarks>Flag <c>{{Path(flag)}}</c>; default <c>{{XmlText.Escape(flag.Default.Json)}}</c>.</remarks>
                /// <param name="{{flag.HashKey}}">Whom the answer is for.</param>
                {{Obsolete(flag, "    ")}}public {{flag.TypeName}} {{flag.Name}}(string {{hashKey}}) =>
                    ({{field}} ??= Config.GetFlag(Keys.{{flag.Name}})).Evaluate({{hashKey}});

                /// <inheritdoc cref="{{flag.Name}}(string)"/>
                {{Obsolete(flag, "    ")}}public {{flag.TypeName}} {{flag.Name}}(in global::Slowroll.HashKey {{hashKey}}) =>
                    ({{field}} ??= Config.GetFlag(Keys.{{flag.Name}})).Evaluate(in {{hashKey}});

            """;
    }

    /// <summary>The flag's typed name: a property, so that there is no giant static constructor.</summary>
    public static string Key(FlagModel flag) => $$"""

                    /// <summary>Names <c>{{Path(flag)}}</c>.</summary>
                    {{Obsolete(flag, "        ")}}public static global::Slowroll.FlagKey<{{flag.TypeName}}> {{flag.Name}} =>
                        new({{CSharpText.Quote(flag.Section)}}, {{CSharpText.Quote(flag.Key)}}, {{flag.Default.Expression}}){{(flag.AllowsNull ? " { AllowsNull = true }" : "")}};
            """;

    /// <summary>The flag's value in a test.</summary>
    public static string Value(FlagModel flag) => $$"""

                    /// <summary>What <c>{{Path(flag)}}</c> answers.</summary>
                    {{Obsolete(flag, "        ")}}public {{flag.TypeName}} {{flag.Name}} { get => Get(Keys.{{flag.Name}}); set => Set(Keys.{{flag.Name}}, value); }
            """;

    private static string Summary(FlagModel flag) => XmlText.Lines(flag.Description ?? "") switch
    {
        [""] => $"/// <summary>Flag <c>{Path(flag)}</c>.</summary>",
        [var line] => $"/// <summary>{line}</summary>",
        var lines => $"/// <summary>\n{string.Concat(lines.Select(line => $"    /// {line}\n"))}    /// </summary>",
    };

    private static string Obsolete(FlagModel flag, string indent) => flag.IsDeprecated
        ? $"[global::System.Obsolete({CSharpText.Quote($"Flag {flag.Section}.{flag.Key} is deprecated in its schema.")})]\n{indent}"
        : "";

    private static string Path(FlagModel flag) => XmlText.Escape($"{flag.Section}.{flag.Key}");
}
