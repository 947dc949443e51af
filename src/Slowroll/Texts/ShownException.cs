namespace Slowroll.Texts;

/// <summary>Is logged instead of an exception whose text has secrets of URLs in it. Exceptions of foreign code, such as
/// a program's own source, may have them: the platform's exceptions quote the URL of a proxy with its
/// password.</summary>
internal sealed class ShownException : Exception
{
    private readonly string _text;

    private ShownException(string message, string text) : base(message) => _text = text;

    /// <summary>The exception itself, unless its text shows a secret.</summary>
    public static Exception Of(Exception exception)
    {
        try
        {
            var text = exception.ToString();
            var shown = UrlText.WithoutSecrets(text);
            return shown == text ? exception : new ShownException(UrlText.WithoutSecrets(exception.Message), shown);
        }
#pragma warning disable CA1031 // If even its text throws, only its type is logged.
        catch (Exception)
#pragma warning restore CA1031
        {
            var name = exception.GetType().ToString();
            return new ShownException(name, name);
        }
    }

    public override string ToString() => _text;
}
