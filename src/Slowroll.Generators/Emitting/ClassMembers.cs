using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints the members of a schema's class that are not flags.</summary>
internal static class ClassMembers
{
    private const UriComponents ShownParts = UriComponents.SchemeAndServer | UriComponents.Path;

    public static string Print(SchemaClass schemaClass) => $$"""
            /// <summary>Reads the flags from a config.</summary>
            /// <param name="config">The config to ask.</param>
            public {{schemaClass.Name}}(global::Slowroll.SlowrollConfig config) =>
                Config = config ?? throw new global::System.ArgumentNullException(nameof(config));

            /// <summary>Every flag at its default.</summary>
            public static {{schemaClass.Name}} Defaults { get; } = new(global::Slowroll.SlowrollConfig.Empty);

            /// <summary>Flags for a test: they answer these values for every hash key; flags without a value answer their defaults.</summary>
            /// <param name="values">The values, such as <c>new() { ... }</c>.</param>
            public static {{schemaClass.Name}} Fixed(Values values) =>
                new((values ?? throw new global::System.ArgumentNullException(nameof(values))).ToConfig());

            /// <summary>The config that is asked.</summary>
            public global::Slowroll.SlowrollConfig Config { get; }

        {{OpenDefault(schemaClass)}}{{Open(schemaClass, "global::System.Uri url", "url", "The address of the config.")}}
        {{Open(schemaClass, "global::Slowroll.IConfigSource source", "source", "What fetches the config.")}}
            /// <summary>What a flag answers now, and why.</summary>
            /// <param name="key">The flag, one of <see cref="Keys"/>.</param>
            /// <param name="hashKey">The hash key that the answer is for.</param>
            public global::Slowroll.Evaluation<T> Explain<T>(global::Slowroll.FlagKey<T> key, string hashKey) =>
                Config.Explain(key, hashKey);

            /// <inheritdoc cref="Explain{T}(global::Slowroll.FlagKey{T}, string)"/>
            public global::Slowroll.Evaluation<T> Explain<T>(global::Slowroll.FlagKey<T> key, in global::Slowroll.HashKey hashKey) =>
                Config.Explain(key, in hashKey);

            /// <summary>One config and one instant: for a request or a batch.</summary>
            public {{schemaClass.Name}} Freeze() => new(Config.Freeze());

            /// <summary>Stops following the config.</summary>
            public void Dispose() => Config.Dispose();

            /// <summary>Stops following the config.</summary>
            public global::System.Threading.Tasks.ValueTask DisposeAsync() => Config.DisposeAsync();

            static string global::Slowroll.IFlagClass<{{schemaClass.Name}}>.LocalCacheName => {{LocalCacheName(schemaClass)}};

            static {{schemaClass.Name}} global::Slowroll.IFlagClass<{{schemaClass.Name}}>.FromConfig(global::Slowroll.SlowrollConfig config) => new(config);

        """;

    // The local cache is named after the class, so that two programs of one user share what they both know.
    private static string LocalCacheName(SchemaClass schemaClass) =>
        CSharpText.Quote(schemaClass.FullName.Replace("@", ""));

    private static string OpenDefault(SchemaClass schemaClass) => schemaClass.Url is not { } url ? "" : $$"""
            /// <summary>The address of the config{{Shown(url)}}.</summary>
            public static global::System.Uri DefaultUrl { get; } = new({{CSharpText.Quote(url)}}, global::System.UriKind.Absolute);

            /// <summary>Opens the config at <see cref="DefaultUrl"/> and follows it.</summary>
            /// <param name="options">How to follow it; the default options if null.</param>
            /// <param name="cancellationToken">Cancels the opening.</param>
            public static global::System.Threading.Tasks.Task<{{schemaClass.Name}}> OpenAsync(
                global::Slowroll.SlowrollOptions? options = null,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                OpenAsync(DefaultUrl, options, cancellationToken);


        """;

    // Comments are shipped as documentation: no user info, no query, and nothing of what is no URL.
    private static string Shown(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme is "http" or "https")
            ? $": <c>{XmlText.Escape(parsed.GetComponents(ShownParts, UriFormat.UriEscaped))}</c>"
            : "";

    private static string Open(SchemaClass schemaClass, string parameter, string name, string meaning) => $$"""
            /// <summary>Opens the config and follows it.</summary>
            /// <param name="{{name}}">{{meaning}}</param>
            /// <param name="options">How to follow it; the default options if null.</param>
            /// <param name="cancellationToken">Cancels the opening.</param>
            public static async global::System.Threading.Tasks.Task<{{schemaClass.Name}}> OpenAsync(
                {{parameter}},
                global::Slowroll.SlowrollOptions? options = null,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                new(await global::Slowroll.SlowrollConfig
                    .OpenAsync({{name}}, {{LocalCacheName(schemaClass)}}, options, cancellationToken)
                    .ConfigureAwait(false));

        """;
}
