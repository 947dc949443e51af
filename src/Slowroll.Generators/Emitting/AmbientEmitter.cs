using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints the property of <c>Flags</c> that holds a class's flags for the whole program.</summary>
internal static class AmbientEmitter
{
    public static GeneratedFile Emit(SchemaClass schemaClass)
    {
        var type = $"global::{schemaClass.FullName}";
        var field = Identifier.Field(schemaClass.Name);

        // The parts of Flags may belong to public and internal classes: an internal one writes no modifier.
        var (onFlags, onProperty) = schemaClass.IsPublic ? ("public ", "public") : ("", "internal");
        return GeneratedFile.Of(schemaClass, "Ambient", $$"""
            /// <summary>The flags of the whole program.</summary>
            {{onFlags}}static partial class Flags
            {
                private static readonly global::Slowroll.AmbientFlags<{{type}}> {{field}} = new({{type}}.Defaults);

                /// <summary>The flags of <c>{{XmlText.Escape(schemaClass.FileName)}}</c>: defaults until set, and never null.</summary>
                {{GeneratedFile.Attribute}}
                {{GeneratedFile.ClsAttribute(schemaClass, "    ")}}{{onProperty}} static {{type}} {{schemaClass.Name}}
                {
                    get => {{field}}.Current;
                    set => {{field}}.Current = value;
                }

                /// <summary>Other flags for a test, until disposed: this asynchronous flow sees them and no other does.</summary>
                /// <param name="flags">For example <c>{{schemaClass.Name}}.Fixed(new() { ... })</c>.</param>
                {{GeneratedFile.Attribute}}
                {{GeneratedFile.ClsAttribute(schemaClass, "    ")}}{{onProperty}} static global::System.IDisposable Use{{schemaClass.Name}}({{type}} flags) => {{field}}.Use(flags);
            }

            """);
    }
}
