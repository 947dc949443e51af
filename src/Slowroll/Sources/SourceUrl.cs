using System.Text;
using Slowroll.Texts;

namespace Slowroll.Sources;

/// <summary>A config's URL, separated into what is sent, what is shown and what is secret.</summary>
internal sealed class SourceUrl
{
    private readonly string[] _secrets;

    /// <exception cref="ArgumentException">It is relative, or neither http nor https.</exception>
    public SourceUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri)
        {
            throw new ArgumentException(
                "The config's URL is relative; give the whole address, such as https://example.com/config.json.",
                nameof(url));
        }

        if (!UrlText.IsHttp(url))
        {
            var scheme = UrlText.KnownSchemeOf(url) is { } known ? $", not {known}:" : "";
            throw new ArgumentException(
                $"The config's URL must start with http: or https:{scheme}. Write it like "
                    + "https://example.com/config.json. "
                + "A file is read by FileConfigSource, everything else by ConfigSource.From.", nameof(url));
        }

        Name = UrlText.NameOf(url);
        RequestUri = url;
        BasicCredentials = null;
        if (url.UserInfo is { Length: > 0 } userInfo)
        {
            RequestUri = new UriBuilder(url) { UserName = "", Password = "" }.Uri;
            BasicCredentials = Basic(userInfo);
        }

        string?[] secrets =
            [url.UserInfo, Password(url), BasicCredentials, url.Query.TrimStart('?'), url.Fragment.TrimStart('#')];
        _secrets = [.. secrets.OfType<string>().SelectMany(FormsOf).Where(secret => secret.Length > 0).Distinct()];
    }

    /// <summary>What is sent: the URL without user info.</summary>
    public Uri RequestUri { get; }

    /// <summary>What may be logged: the URL without user info, query and fragment.</summary>
    public string Name { get; }

    /// <summary>The parameter of a Basic <c>Authorization</c> header; null if the URL has no user info.</summary>
    public string? BasicCredentials { get; }

    /// <summary>Whether an exception's text shows what the URL keeps secret.</summary>
    public bool IsExposedBy(Exception exception)
    {
        if (_secrets.Length == 0)
            return false;

        try
        {
            var text = exception.ToString();
            return Array.Exists(_secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        }
#pragma warning disable CA1031 // An exception of a handler is foreign code: asking for its text may throw.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
        }
    }

    private static string Basic(string userInfo)
    {
        var plain = Uri.UnescapeDataString(userInfo);
        var hasPassword = userInfo.Contains(':', StringComparison.Ordinal);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(hasPassword ? plain : plain + ":"));
    }

    private static string? Password(Uri url) =>
        url.UserInfo.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? url.UserInfo[(colon + 1)..] : null;

    private static string[] FormsOf(string secret)
    {
        var plain = Uri.UnescapeDataString(secret);
        return [secret, plain, Uri.EscapeDataString(plain)];
    }
}
