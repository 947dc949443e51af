namespace Slowroll.Sources;

/// <summary>Says whether a text names one version. A server would understand other texts as every version, or as
/// several.</summary>
internal static class EntityTag
{
    /// <summary>The longest tag that is sent. Servers answer longer headers with 400 or 431.</summary>
    public const int MostBytes = 512;

    /// <summary>Whether a text can be sent as the one tag of <c>If-None-Match</c>, as it is.</summary>
    /// <remarks>
    /// <para>Weak, unquoted and empty quoted tags are tags. <c>*</c> means every version; a comma outside quotes, or
    /// after a quote that isn't closed, makes a list. To both a server may answer "not modified", whatever it
    /// has.</para>
    /// <para>A character is a byte: header fields are read as Latin-1.</para>
    /// </remarks>
    /// <param name="text">What a server sent as its <c>ETag</c>, or what a cache file says that it sent.</param>
    /// <param name="mayBeLatin1">Whether characters above ASCII can be sent.</param>
    public static bool IsOne(string text, bool mayBeLatin1)
    {
        if (text.Length > MostBytes || !text.All(letter => CanBeSent(letter, mayBeLatin1)))
            return false;

        var opaque = text.AsSpan().Trim();
        if (opaque is ['W' or 'w', '/', ..])
            opaque = opaque[2..].TrimStart();
        return opaque is not ([] or ['*', ..]) && !IsList(opaque);
    }

    private static bool IsList(ReadOnlySpan<char> opaque)
    {
        var isQuoted = false;
        var hasComma = false;
        foreach (var letter in opaque)
        {
            if (letter == '"')
                (isQuoted, hasComma) = (!isQuoted, false);
            else if (letter == ',' && !isQuoted)
                return true;
            else if (letter == ',')
                hasComma = true;
        }

        return isQuoted && hasComma;
    }

    private static bool CanBeSent(char letter, bool mayBeLatin1) =>
        letter is '\t' or (>= ' ' and <= '~') || (mayBeLatin1 && letter is >= '\u0080' and <= '\u00ff');
}
