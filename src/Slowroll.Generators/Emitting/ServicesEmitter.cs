using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints the class that adds flags to a host, for projects that reference
/// <c>Slowroll.Hosting</c>.</summary>
internal static class ServicesEmitter
{
    public static GeneratedFile Emit(SchemaClass schemaClass) => GeneratedFile.Of(schemaClass, "Services", $$"""
        /// <summary>Adds <see cref="{{schemaClass.Name}}"/> to a host.</summary>
        {{GeneratedFile.Attribute}}
        [global::System.Runtime.Versioning.UnsupportedOSPlatform("browser")]
        {{GeneratedFile.ClsAttribute(schemaClass)}}{{(schemaClass.IsPublic ? "public" : "internal")}} static class {{schemaClass.Name}}ServiceCollectionExtensions
        {
        {{(schemaClass.Url is null ? "" : AddDefault(schemaClass))}}{{Add(schemaClass, "global::Microsoft.Extensions.Configuration.IConfiguration", "configuration", "A section that says <c>Url</c> or <c>File</c>, and whatever else is to differ.")}}
        {{Add(schemaClass, "global::System.Uri", "url", "The address of the config.")}}
        {{Add(schemaClass, "global::Slowroll.IConfigSource", "source", "What fetches the config.")}}}

        """);

    private static string Add(SchemaClass schemaClass, string type, string name, string meaning) => $$"""
            /// <summary>Adds the flags: live as <see cref="{{schemaClass.Name}}"/>, and fixed for a scope. Of several calls the last one counts.</summary>
            /// <remarks>They are the host's own: the program's <c>Flags.{{schemaClass.Name}}</c> isn't set.</remarks>
            /// <param name="services">The host's services.</param>
            /// <param name="{{name}}">{{meaning}}</param>
            /// <param name="configure">Changes the options.</param>
            public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Add{{schemaClass.Name}}(
                this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,
                {{type}} {{name}},
                global::System.Action<global::Slowroll.SlowrollOptions>? configure = null) =>
                global::Slowroll.SlowrollServices.AddSlowroll<{{schemaClass.Name}}>(services, {{name}}, configure);

        """;

    private static string AddDefault(SchemaClass schemaClass) => $$"""
            /// <summary>Adds the flags of the config at <see cref="{{schemaClass.Name}}.DefaultUrl"/>.</summary>
            /// <param name="services">The host's services.</param>
            /// <param name="configure">Changes the options.</param>
            public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Add{{schemaClass.Name}}(
                this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,
                global::System.Action<global::Slowroll.SlowrollOptions>? configure = null) =>
                services.Add{{schemaClass.Name}}({{schemaClass.Name}}.DefaultUrl, configure);


        """;
}
