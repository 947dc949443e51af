using System.Text;

namespace Slowroll.Texts;

/// <summary>What may be printed of a URL, and of a text from outside that may have URLs in it.</summary>
/// <remarks>
/// <para>User info, query and fragment are secrets. Scheme, host, port and path are shown. A text that is no URL but
/// may have been meant as one isn't shown at all: nobody knows which part of it is the password.</para>
/// <para>This file is compiled into the runtime and into the build-time half.</para>
/// </remarks>
internal static class UrlText
{
    /// <summary>What is printed instead of a text that isn't shown.</summary>
    public const string Hidden = "(a URL, which is not shown)";

    private const string SchemeEnd = "://";

    private static readonly string[] KnownSchemes =
    [
        "http", "https", "file", "ftp", "ftps", "sftp", "ws", "wss", "data", "javascript", "mailto", "about", "blob",
        "s3", "gs", "git", "ssh",
    ];

    /// <summary>A URL without its secrets. With another scheme than http and https only the scheme is shown: what
    /// follows may be anything.</summary>
    public static string NameOf(Uri url) =>
        IsHttp(url) ? OneLine.Escaped(
            url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))
        : KnownSchemeOf(url) is { } scheme ? $"an address that starts with '{scheme}:'"
        : "an address that starts with neither 'http:' nor 'https:'";

    /// <summary>The scheme, if it is one that is in common use; else null. For the platform user:password@host is a
    /// URL, and its scheme is the user's name.</summary>
    public static string? KnownSchemeOf(Uri url) => KnownSchemes.FirstOrDefault(known => known == url.Scheme);

    /// <summary>Whether it is a URL that a config can be fetched from.</summary>
    public static bool IsHttp(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether a text that should be the path of a file is a URL: a scheme of two letters or more, <c>:</c>
    /// and a slash.</summary>
    public static bool IsUrl(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 1 && colon + 1 < text.Length && text[colon + 1] is '/' or '\\' && IsScheme(text, colon);
    }

    /// <summary>A value as it may be shown: unchanged, unless it may have been meant as a URL.</summary>
    public static string Shown(string text) => IsUrl(text) || text.Contains('?') || HasUserInfo(text) ? Hidden : text;

    /// <summary>A message of foreign code without the secrets of the URLs in it. A URL ends at white space, a quote or
    /// an angle bracket.</summary>
    public static string WithoutSecrets(string text)
    {
        StringBuilder? shown = null;
        var copied = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && !IsBetween(text[end]))
                end++;

            var word = text.Substring(start, end - start);
            if (WordWithoutSecrets(word) is not { } safe)
                continue;

            shown ??= new StringBuilder(text.Length);
            shown.Append(text, copied, start - copied).Append(safe);
            copied = end;
        }

        return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    // Null if the word can stay as it is.
    private static string? WordWithoutSecrets(string word)
    {
        var address = word.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (address < 0)
            return HasUserInfo(word) ? Hidden : null;

        var rest = address + SchemeEnd.Length;
        var at = word.LastIndexOf('@');
        var cut = word.IndexOfAny(['?', '#'], rest);
        if (at < rest)
            return cut < 0 ? null : word.Substring(0, cut);

        // It is clear where a password ends only if no character before the last @ ends the host.
        return word.IndexOfAny(['/', '?', '#', '\\'], rest) is >= 0 and var hostEnd && hostEnd < at
            ? Hidden
            : (cut < 0 ? word : word.Substring(0, cut)).Remove(rest, at + 1 - rest);
    }

    // user:password@, with or without a scheme. The colon of a drive doesn't separate a user from a password.
    private static bool HasUserInfo(string text)
    {
        var at = text.LastIndexOf('@');
        var first = text.Length > 2 && text[1] == ':' && text[2] is '\\' or '/' ? 2 : 0;
        return at > first && text.IndexOf(':', first, at - first) >= 0;
    }

    private static bool IsScheme(string text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (text[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.'))
                return false;
        }

        return true;
    }

    private static bool IsBetween(char letter) =>
        char.IsWhiteSpace(letter) || letter is '"' or '\'' or '<' or '>' or '`';
}
