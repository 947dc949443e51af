using Slowroll.Texts;

namespace Slowroll.Hosting.Settings;

/// <summary>Where the config is, by its section.</summary>
/// <remarks>No sentence shows a value: a text that is no valid URL, or that is in the wrong place, may have a password
/// in it.</remarks>
internal static class ConfigLocation
{
    private const string ExampleOfUrl = "such as https://example.com/app_features.json (or give File instead)";

    private const string HowToEscape =
        "In a user name and a password write / as %2F, @ as %40, : as %3A, ? as %3F and # as %23.";

    /// <summary>The URL; null if the config is in a file.</summary>
    public static Uri? UrlOf(FlagSettings settings) =>
        string.IsNullOrWhiteSpace(settings.Url) ? null : new Uri(settings.Url, UriKind.Absolute);

    public static IEnumerable<string> FaultsOf(FlagSettings settings, SectionKeys keys) =>
        FaultOf(settings, keys.Of(nameof(settings.Url)), keys.Of(nameof(settings.File))) is { } fault ? [fault] : [];

    private static string? FaultOf(FlagSettings settings, string urlKey, string fileKey) =>
        (string.IsNullOrWhiteSpace(settings.Url), string.IsNullOrWhiteSpace(settings.File)) switch
        {
            (false, false) => $"The configuration values {urlKey} and {fileKey} are both given: take one.",
            (true, true) => $"The configuration value {urlKey} is missing; give it, {ExampleOfUrl}.",
            (false, true) => FaultOfUrl(settings.Url!, urlKey, fileKey),
            (true, false) => UrlText.IsUrl(settings.File!.Trim())
                // Otherwise it would be shown as a path in every log.
                ? $"The configuration value {fileKey} is a URL; write it into {urlKey} instead."
                : null,
        };

    private static string? FaultOfUrl(string text, string urlKey, string fileKey) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? $"The configuration value {urlKey} must be an absolute URL, {ExampleOfUrl}. {HowToEscape}"
        : !UrlText.IsHttp(url)
            ? $"The configuration value {urlKey} must start with http:// or https://. A config in a file is named "
                + $"by {fileKey} instead."
        : MayHaveCutAPassword(url)
            ? $"The configuration value {urlKey} has an @ behind its port: write it as %40, or, if it was to end a "
                + "user name and a password, "
                + $"escape these. {HowToEscape}"
        : null;

    // In https://ada:12/34@example.com/ the host is ada and the port is 12: the rest of the password would be shown as
    // the path.
    private static bool MayHaveCutAPassword(Uri url) =>
        url.UserInfo.Length == 0
            && !url.IsDefaultPort
            && (url.PathAndQuery + url.Fragment).Contains('@', StringComparison.Ordinal);
}
