using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Slowroll.Sources;

/// <summary>The origin of the page, or of the worker, that the program runs in.</summary>
[SupportedOSPlatform("browser")]
internal static class PageOrigin
{
    /// <summary>Scheme, host and port, as in <c>https://example.com</c>; <c>null</c> as a text for a page that has
    /// none; null if it isn't known.</summary>
    public static string? Find()
    {
        try
        {
            using var location = JSHost.GlobalThis.GetPropertyAsJSObject("location");
            return location?.GetPropertyAsString("origin");
        }
#pragma warning disable CA1031 // It only makes an error clearer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
