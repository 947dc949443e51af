namespace Slowroll.Texts;

/// <summary>Stands in a log for an exception of foreign code, such as a source of one's own, that has secrets of URLs in its
/// text: the platform's exceptions quote a proxy's URL with its password.</summary>
internal sealed class ShownException : Exception
{
    private readonly string _text;

    private ShownException(string message, string text) : base(message) => _text = text;

    /// <summary>The exception itself, unless it would tell a secret.</summary>
    public static Exception Of(Exception exception)
    {
        try
        {
            var text = exception.ToString();
            var shown = UrlText.WithoutSecrets(text);
            return shown == text ? exception : new ShownException(UrlText.WithoutSecrets(exception.Message), shown);
        }
#pragma warning disable CA1031 // Not even its text can be had: its type is all that can be told.
        catch (Exception)
#pragma warning restore CA1031
        {
            var name = exception.GetType().ToString();
            return new ShownException(name, name);
        }
    }

    public override string ToString() => _text;
}
