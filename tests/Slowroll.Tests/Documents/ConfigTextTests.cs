using Slowroll.Documents;

namespace Slowroll.Tests.Documents;

public class ConfigTextTests
{
    [Theory]
    [InlineData(
        "'}' is invalid without a matching open. LineNumber: 0 | BytePositionInLine: 1.",
        "'}' is invalid without a matching open.")]
    [InlineData(
        "ZeroDepthAtEnd,  LineNumber: 0 | BytePositionInLine: 14.",
        "from here on it is no JSON (ZeroDepthAtEnd).")]
    [InlineData("ExpectedStartOfValueNotFound, x LineNumber: 0 | BytePositionInLine: 3.",
        "from here on it is no JSON (ExpectedStartOfValueNotFound).")]
    [InlineData("InvalidEndOfJsonNonPrimitive", "from here on it is no JSON (InvalidEndOfJsonNonPrimitive).")]
    public void What_the_JSON_reader_says_is_a_sentence_also_in_a_trimmed_program(string message, string told) =>
        Assert.Equal(told, ConfigText.ReaderMessage(message));
}
