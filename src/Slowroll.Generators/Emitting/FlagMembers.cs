using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints the members of a flag.</summary>
internal static class FlagMembers
{
    /// <summary>The flag's two methods. The flag object is found on first use: opening and freezing cost nothing for
    /// each flag.</summary>
    public static string Accessor(FlagModel flag)
    {
        var field = Identifier.Field(flag.Name);
        var hashKey = Identifier.Escape(flag.HashKey);
        return $$"""

                {{Reader(flag)}}private global::Slowroll.Flag<{{flag.TypeName}}>? {{field}};

                {{XmlDocs.Summary(flag.Description, $"Flag <c>{Path(flag)}</c>.", "    ")}}
                {{XmlDocs.Remarks($"Flag <c>{Path(flag)}</c>; default <c>{XmlText.Escape(flag.Default.Json)}</c>.", flag.Examples, "    ")}}/// <param name="{{flag.HashKey}}">The hash key that the answer is for.</param>
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
                        new({{CSharpText.Quote(flag.Section)}}, {{CSharpText.Quote(flag.Key)}}, {{flag.Default.Expression}}){{Further(flag)}};
            """;

    /// <summary>The flag's value in a test. It has no getter: with thousands of flags, the second accessor would cost
    /// a quarter of the build.</summary>
    public static string Value(FlagModel flag) => $$"""

                    /// <summary>Sets what <c>{{Path(flag)}}</c> answers.</summary>
                    {{Obsolete(flag, "        ")}}public {{flag.TypeName}} {{flag.Name}} { set => Set(Keys.{{flag.Name}}, value); }
            """;

    // One object for each type: the runtime stores read values by reader.
    private static string Reader(FlagModel flag) => flag.Reader is { } reader
        ? "private static readonly "
            + $"global::Slowroll.FlagValueReader<{flag.TypeName}> {ReaderField(flag)} = {reader};\n    "
        : "";

    private static string ReaderField(FlagModel flag) => $"s{Identifier.Field(flag.Name)}Reader";

    private static string Further(FlagModel flag) =>
        flag.Reader is not null ? $" {{ Reader = {ReaderField(flag)} }}"
        : flag.AllowsNull ? " { AllowsNull = true }"
        : "";

    private static string Obsolete(FlagModel flag, string indent) =>
        XmlDocs.Obsolete(flag.IsDeprecated, $"Flag {MessageText.Flag(flag.Section, flag.Key)}", indent);

    private static string Path(FlagModel flag) => XmlText.Escape($"{flag.Section}.{flag.Key}");
}
