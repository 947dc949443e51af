using System.Text;
using Slowroll.Hashing;

namespace Slowroll.Tests.Hashing;

public class Utf8EncoderTests
{
    // The first and last of one, two and three bytes, of surrogates, and a pair.
    public static TheoryData<string> Letters =>
        new() {
            "\0",
            "\u007f",
            "\u0080",
            "\u00ff",
            "\u0100",
            "\u07ff",
            "\u0800",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800",
            "\udfff",
            "\ud83d\ude00"
        };

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_anywhere_in_a_text_of_any_length_is_written_as_the_platform_writes_it(string letter)
    {
        for (var length = 0; length <= 40; length++)
        {
            for (var place = 0; place <= length; place++)
            {
                var text = string.Concat(Ascii(place), letter, Ascii(length - place));
                var bytes = new byte[3 * text.Length];

                Assert.Equal(Encoding.UTF8.GetBytes(text), bytes[..Utf8Encoder.Write(text, bytes)]);
            }
        }
    }

    private static string Ascii(int length) =>
        string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
}
