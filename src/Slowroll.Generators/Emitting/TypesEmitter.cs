using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints the enums and records of a class, each with its reader.</summary>
internal static class TypesEmitter
{
    // Up to here it is easier to read; beyond, the compiler's time for one switch grows with the square of its length:
    // 98 s for an enum of 10,000 texts.
    private const int MostInOneSwitch = 16;

    // Inside a class of their own they can't collide with a flag, whatever its name.
    public static GeneratedFile Emit(ClassTypes types) => GeneratedFile.Of(types.Class, "Types", $$"""
        partial class {{types.Class.Name}}
        {
            /// <summary>The types of the flags' values.</summary>
            {{GeneratedFile.Attribute}}
            public static class Types
            {
        {{string.Join("\n\n", types.Types.Select(Print))}}
            }
        }

        """);

    private static string Print(DeclaredType type) => type switch
    {
        EnumDeclaration declared => Enum(declared),
        RecordDeclaration declared => Record(declared),
        _ => throw new InvalidOperationException(),
    };

    private static string Enum(EnumDeclaration type) => $$"""
                {{XmlDocs.Summary(type.Description, $"One of {type.Members.Count} texts.", "        ")}}
                {{XmlDocs.Remarks("", type.Examples, "        ")}}{{XmlDocs.Obsolete(type.IsDeprecated, type.Name, "        ")}}public enum {{type.Name}}
                {
        {{string.Join(",\n\n", type.Members.Select(EnumMember))}},
                }

        {{(type.Members.Count <= MostInOneSwitch ? EnumSwitch(type) : EnumTable(type))}}
        """;

    private static string EnumSwitch(EnumDeclaration type) => $$"""
                internal static {{Reading(type)}} {{type.ReaderName}}(global::System.Text.Json.JsonElement json) =>
                    global::Slowroll.FlagReaders.Of<string>()(json).Value switch
                    {
        {{string.Join("\n", type.Members.Select(member => $"                {CSharpText.Quote(member.Text)} => new({type.Name}.{member.Name}),"))}}
                        _ => default({{Reading(type)}}),
                    };
        """;

    // In a class of its own, so that one enum costs what it costs and no other. No type has a name that starts with a
    // small letter.
    private static string EnumTable(EnumDeclaration type) => $$"""
                internal static {{Reading(type)}} {{type.ReaderName}}(global::System.Text.Json.JsonElement json) =>
                    global::Slowroll.FlagReaders.Of<string>()(json).Value is { } text && textsOf{{type.Name}}.Known.TryGetValue(text, out var value)
                        ? new(value)
                        : default({{Reading(type)}});

                private static class textsOf{{type.Name}}
                {
                    public static readonly global::System.Collections.Generic.Dictionary<string, {{type.Name}}> Known =
                        new({{type.Members.Count}}, global::System.StringComparer.Ordinal)
                        {
        {{string.Join("\n", type.Members.Select(member => $"                    {{ {CSharpText.Quote(member.Text)}, {type.Name}.{member.Name} }},"))}}
                        };
                }
        """;

    private static string EnumMember(EnumMember member) => $"""
                    /// <summary><c>{XmlText.Escape(CSharpText.Quote(member.Text))}</c></summary>
                    {member.Name}
        """;

    private static string Record(RecordDeclaration type) => $$"""
                {{XmlDocs.Summary(type.Description, "An object.", "        ")}}
                {{XmlDocs.Remarks("Two are equal when their members are; lists only when they are the same one.", type.Examples, "        ")}}{{XmlDocs.Obsolete(type.IsDeprecated, type.Name, "        ")}}public sealed record {{type.Name}}
                {
        {{string.Join("\n\n", type.Members.Select(Member))}}
                }

                internal static {{Reading(type)}} {{type.ReaderName}}(global::System.Text.Json.JsonElement json)
                {
                    if (json.ValueKind != global::System.Text.Json.JsonValueKind.Object) return default;
        {{string.Concat(type.Members.Select((member, index) => ReadMember(type, member, index)))}}
                    return new {{type.Name}}
                    {
        {{string.Join("\n", type.Members.Select((member, index) => $"                {member.Name} = value{index}.Value,"))}}
                    };
                }
        """;

    private static string Member(RecordMember member) => $$"""
                    {{XmlDocs.Summary(member.Description, $"Member <c>{XmlText.Escape(member.Key)}</c>.", "            ")}}
                    {{XmlDocs.Remarks("", member.Examples, "            ")}}{{XmlDocs.Obsolete(member.IsDeprecated, MessageText.Of(member.Key), "            ")}}public {{(member.IsRequired ? "required " : "")}}{{member.TypeName}} {{member.Name}} { get; init; }{{(member.Default is { } value ? $" = {value};" : "")}}
        """;

    private static string ReadMember(RecordDeclaration type, RecordMember member, int index) => $"""

                    var value{index} = global::Slowroll.FlagReaders.{MemberReader(member)};
                    if (!value{index}.HasValue) return value{index}.RefusedAs<{type.Name}>();
        """;

    private static string MemberReader(RecordMember member) => member.IsRequired
        ? $"Required<{member.TypeName}>(json, {CSharpText.Quote(member.Key)}, {member.Reader})"
        : $"Optional<{member.TypeName}>(json, {CSharpText.Quote(member.Key)}, {member.Reader}, "
            + $"{member.Default ?? "default"})";

    private static string Reading(DeclaredType type) => $"global::Slowroll.FlagReading<{type.Name}>";
}
