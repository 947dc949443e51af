namespace Slowroll.Documents;

/// <summary>The sentences about a text that is no config at all.</summary>
/// <remarks>This file is compiled into the runtime and into the build-time half.</remarks>
internal static class NoConfig
{
    public const string Empty = "the config is empty. A config is a JSON object of sections.";

    public const string NoObject = "the root is no object. A config is an object of sections.";

    public const string Html =
        "this is HTML or XML, not JSON. Does a login page or a proxy answer in the server's place?";

    public const string Utf16 = "this is UTF-16. Save the config as UTF-8.";

    public const string NotUtf8 = "these bytes are not UTF-8. Save the config as UTF-8.";
}
