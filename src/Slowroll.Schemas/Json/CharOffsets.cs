namespace Slowroll.Schemas.Json;

/// <summary>Turns offsets in UTF-8 into offsets in UTF-16. It only moves forward, so a document costs one
/// pass.</summary>
/// <param name="utf8">The document.</param>
/// <param name="start">The character at which it starts.</param>
/// <param name="isAscii">Whether both are the same.</param>
internal ref struct CharOffsets(ReadOnlySpan<byte> utf8, int start, bool isAscii)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _bytes;
    private int _chars = start;

    public int At(long offset)
    {
        if (isAscii)
        {
            return _chars + (int)offset;
        }

        for (; _bytes < offset; _bytes++)
        {
            _chars += _utf8[_bytes] switch
            {
                >= 0xF0 => 2,              // leads four bytes, which are a surrogate pair
                >= 0x80 and < 0xC0 => 0,   // continues a character
                _ => 1,
            };
        }

        return _chars;
    }
}
