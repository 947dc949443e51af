namespace Slowroll.Rollouts;

/// <summary>White space as the original counts it, which is Python's: what Unicode calls so, and four more control
/// characters.</summary>
/// <remarks>Written out, so that no version of .NET counts differently. This file is compiled into the runtime and into
/// the build-time half.</remarks>
internal static class WhiteSpace
{
    public static bool Is(char letter) => letter is
        (>= '\t' and <= '\r')
        or (>= '\u001c' and <= ' ')
        or '\u0085'
        or '\u00a0'
        or '\u1680'
        or (>= '\u2000' and <= '\u200a')
        or '\u2028'
        or '\u2029'
        or '\u202f'
        or '\u205f'
        or '\u3000';

    /// <summary>The first place from <paramref name="at"/> on that is not white space.</summary>
    public static int Skip(string text, int at)
    {
        while (at < text.Length && Is(text[at]))
            at++;
        return at;
    }
}
