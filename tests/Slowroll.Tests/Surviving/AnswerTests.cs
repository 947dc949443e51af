using System.IO.Compression;
using System.Text;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;
using static Slowroll.Tests.Surviving.Production;

namespace Slowroll.Tests.Surviving;

/// <summary>Cases 1 to 23: what a server can answer instead of a config, and what the live config makes of
/// it.</summary>
public sealed class AnswerTests : IAsyncDisposable
{
    private const string Bad = "ETag: \"bad\"\r\n";

    private readonly Production _production = new();

    public ValueTask DisposeAsync() => _production.DisposeAsync();

    [Fact]
    public async Task Survive_1_a_304_without_a_body_confirms_the_config()
    {
        await using var config = await _production.OpenAsync();

        _production.Server.Answer = "HTTP/1.1 304 Not Modified\r\n\r\n";

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        AssertGood(config, 1);
    }

    [Fact]
    public async Task Survive_2_a_304_while_nothing_is_held_is_followed_by_a_request_without_a_condition()
    {
        _production.Server.Answer = $"HTTP/1.1 304 Not Modified\r\n{Bad}\r\n";
        await using var config = await _production.OpenAsync();
        Assert.Equal((-1, ConfigOrigin.None, null, 1), StateOf(config));
        Assert.Contains("304", config.Status.LastError, StringComparison.Ordinal);

        _production.Server.Answer = Good(1);
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Null(_production.Server.LastCondition());
        AssertGood(config, 1);
    }

    [Fact]
    public async Task Survive_3_a_200_without_an_ETag_is_taken_and_told_apart_by_its_bytes()
    {
        _production.Server.Answer = RawAnswer.Of("200 OK", "", Config(1));
        await using var config = await _production.OpenAsync();
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        _production.Server.Answer = RawAnswer.Of("200 OK", "", Config(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Equal((2, ConfigOrigin.Source, null, 0), StateOf(config));
        Assert.Null(_production.Server.LastCondition());
    }

    [Fact]
    public async Task Survive_3_an_ETag_goes_when_the_answer_that_replaces_its_config_has_none()
    {
        await using var config = await _production.OpenAsync();

        _production.Server.Answer = RawAnswer.Of("200 OK", "", Config(2));
        await config.RefreshAsync();
        await config.RefreshAsync();

        Assert.Equal((2, ConfigOrigin.Source, null, 0), StateOf(config));
        Assert.Null(_production.Server.LastCondition());
    }

    [Theory]
    [InlineData("W/\"1\"")]
    [InlineData("unquoted")]
    [InlineData("\"with \"quotes\" inside\"")]
    public async Task Survive_4_and_5_a_weak_or_malformed_ETag_is_sent_back_and_its_304_believed(string etag)
    {
        _production.Server.Answer = Good(1, etag);
        await using var config = await _production.OpenAsync();

        _production.Server.Answer = "HTTP/1.1 304 Not Modified\r\n\r\n";
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());

        Assert.Equal(etag, _production.Server.LastCondition());
        Assert.Equal((1, ConfigOrigin.Source, etag, 0), StateOf(config));
    }

    [Fact]
    public async Task Survive_6_another_body_under_the_same_ETag_is_taken()
    {
        await using var config = await _production.OpenAsync();

        _production.Server.Answer = Good(2, "\"1\"");

        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal((2, ConfigOrigin.Source, "\"1\"", 0), StateOf(config));
    }

    [Fact]
    public async Task Survive_7_another_ETag_for_the_same_body_is_no_change_but_is_sent_and_kept_from_then_on()
    {
        await using var config = await _production.OpenAsync();
        config.Changed += (_, _) => Assert.Fail("nothing has changed");

        _production.Server.Answer = RawAnswer.Of("200 OK", "ETag: \"2\"\r\n", Config(1));
        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        await config.RefreshAsync();

        Assert.Equal("\"2\"", _production.Server.LastCondition());
        await using var later = await _production.OpenCutOffAsync();
        Assert.Equal((1, "\"2\""), (Value(later), later.Status.ETag));
    }

    [Fact]
    public async Task Survive_8_a_truncated_body_does_not_leave_its_ETag_behind_for_a_304()
    {
        await using var config = await _production.OpenAsync();
        _production.Server.Answer =
            "HTTP/1.1 200 OK\r\nETag: \"2\"\r\nContent-Length: 37\r\n\r\n{\"s\": {\"f\": {\"sta";
        await config.RefreshAsync();
        AssertBroken(config, failures: 1, "broke its answer off");

        // The server would say "not modified" to its ETag, for ever.
        _production.Server.Answer = Good(2);
        await config.RefreshAsync();

        Assert.Equal("\"1\"", _production.Server.LastCondition());
        AssertGood(config, 2);
    }

    [Fact]
    public Task Survive_8_a_body_that_was_truncated_before_it_was_sent_is_rejected_with_its_ETag() =>
        SurvivesAsync(
            RawAnswer.Of("200 OK", Bad, "{\"s\": {\"f\": {\"sta"), "Line 1, column 18", RefreshOutcome.Rejected);

    [Theory]
    [InlineData("Content-Length: 99\r\n\r\n{}")]
    [InlineData("Content-Length: nonsense\r\n\r\n{\"s\": {")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n5\r\n{\"f")]
    public async Task Survive_9_a_wrong_length_or_a_chunk_that_breaks_off_keeps_the_last_good_config(string rest)
    {
        await using var config = await _production.OpenAsync();
        _production.Server.Answer = $"HTTP/1.1 200 OK\r\n{Bad}{rest}";
        Assert.NotEqual(RefreshOutcome.Updated, await config.RefreshAsync());
        AssertBroken(config, failures: 1, "");

        _production.Server.Answer = Good(2);
        await config.RefreshAsync();
        AssertGood(config, 2);
    }

    [Fact]
    public Task Survive_9_a_length_that_is_too_short_cuts_the_config_and_it_is_rejected() => SurvivesAsync(
        $"HTTP/1.1 200 OK\r\n{Bad}Content-Length: 12\r\n\r\n{Config(3)}", "Line 1", RefreshOutcome.Rejected);

    [Theory]
    [InlineData("500 Internal Server Error")]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    public Task Survive_10_a_server_error_keeps_the_last_good_config(string status) =>
        SurvivesAsync(RawAnswer.Of(status, Bad, Config(3)), status[..3]);

    [Theory]
    [InlineData("401 Unauthorized")]
    [InlineData("403 Forbidden")]
    [InlineData("404 Not Found")]
    [InlineData("410 Gone")]
    public Task Survive_13_a_refusal_is_never_the_end(string status) =>
        SurvivesAsync(RawAnswer.Of(status, Bad, Config(3)), status[..3]);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public Task Survive_17_a_bomb_keeps_the_last_good_config(string encoding)
    {
        var bomb = Encoded(encoding, new string(' ', 64 << 20));
        return SurvivesAsync(RawAnswer.Of("200 OK", $"{Bad}Content-Encoding: {encoding}\r\n", bomb), "MaxConfigBytes");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public Task Survive_18_a_body_that_is_not_what_its_encoding_says_keeps_the_last_good_config(string encoding) =>
        SurvivesAsync(
            RawAnswer.Of("200 OK", $"{Bad}Content-Encoding: {encoding}\r\n", Config(3)), $"no valid {encoding}");

    [Fact]
    public Task Survive_18_gzip_that_is_not_labelled_keeps_the_last_good_config() =>
        SurvivesAsync(RawAnswer.Of("200 OK", Bad, Encoded("gzip", Config(3))), "Content-Encoding");

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData("nonsense")]
    public async Task Survive_19_a_config_is_taken_whatever_its_content_type(string type)
    {
        await using var config = await _production.OpenAsync();

        _production.Server.Answer = RawAnswer.Of("200 OK", $"ETag: \"2\"\r\nContent-Type: {type}\r\n", Config(2));
        await config.RefreshAsync();

        AssertGood(config, 2);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Sign in to the hotel's network</p>")]
    [InlineData("\n  <html></html>")]
    public Task Survive_20_a_captive_portals_page_keeps_the_last_good_config(string page) =>
        SurvivesAsync(RawAnswer.Of("200 OK", Bad + "Content-Type: application/json\r\n", page), "this is HTML",
            RefreshOutcome.Rejected);

    [Theory]
    [InlineData("", "the config is empty")]
    [InlineData(" \r\n", "the config is empty")]
    [InlineData("null", "the root is no object")]
    [InlineData("[]", "the root is no object")]
    [InlineData("\"x\"", "the root is no object")]
    public Task Survive_21_a_body_that_is_empty_or_no_object_keeps_the_last_good_config(string body, string says) =>
        SurvivesAsync(RawAnswer.Of("200 OK", Bad, body), says, RefreshOutcome.Rejected);

    [Fact]
    public async Task Survive_22_a_config_with_a_byte_order_mark_is_taken()
    {
        await using var config = await _production.OpenAsync();

        _production.Server.Answer = RawAnswer.Of("200 OK", "ETag: \"2\"\r\n", "\u00ef\u00bb\u00bf" + Config(2));
        await config.RefreshAsync();

        AssertGood(config, 2);
        _production.AssertOnDisk(2);
    }

    [Theory]
    [InlineData("\u00ff\u00fe{\0}\0", "UTF-16")]
    [InlineData("\u00fe\u00ff\0{\0}", "UTF-16")]
    [InlineData("{\0}\0", "UTF-16")]
    [InlineData("\0{\0}", "UTF-16")]
    [InlineData("{\"s\": {\"caf\u00e9\": {\"stable\": 3}}}", "not UTF-8")]
    public Task Survive_22_text_that_is_not_UTF_8_keeps_the_last_good_config(string body, string says) =>
        SurvivesAsync(RawAnswer.Of("200 OK", Bad, body), says, RefreshOutcome.Rejected);

    [Fact]
    public Task Survive_23_no_content_keeps_the_last_good_config() =>
        SurvivesAsync($"HTTP/1.1 204 No Content\r\n{Bad}\r\n", "204");

    [Fact]
    public Task Survive_23_a_part_that_nobody_asked_for_keeps_the_last_good_config() =>
        SurvivesAsync(RawAnswer.Of("206 Partial Content", $"{Bad}Content-Range: bytes 0-36/37\r\n", Config(3)), "206");

    [Fact]
    public async Task Survive_24_an_older_version_of_a_stale_node_comes_with_its_own_ETag_and_goes_at_the_next_answer()
    {
        await using var config = await _production.OpenAsync();
        _production.Server.Answer = Good(2);
        await config.RefreshAsync();

        // A rollback in a hurry looks the same, and must work at once.
        _production.Server.Answer = Good(1);
        await config.RefreshAsync();
        AssertGood(config, 1);
        _production.AssertOnDisk(1);

        // A fresh node would say "not modified" to the newer ETag, though the older config is in force.
        _production.Server.Answer = Good(2);
        await config.RefreshAsync();
        Assert.Equal("\"1\"", _production.Server.LastCondition());
        AssertGood(config, 2);
        _production.AssertOnDisk(2);
    }

    private Task SurvivesAsync(RawAnswer fault, string says, RefreshOutcome outcome = RefreshOutcome.Failed) =>
        _production.AssertSurvivedAsync(fault, says, outcome);

    private static (int Value, ConfigOrigin Origin, string? ETag, int Failures) StateOf(SlowrollConfig config) =>
        (Value(config), config.Status.Origin, config.Status.ETag, config.Status.ConsecutiveFailures);

    /// <summary>A compressed text, every byte as a letter.</summary>
    private static string Encoded(string encoding, string text)
    {
        using var encoded = new MemoryStream();
        using (Stream encoder = encoding == "gzip"
            ? new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true)
            : new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true))
        {
            encoder.Write(Encoding.UTF8.GetBytes(text));
        }

        return Encoding.Latin1.GetString(encoded.ToArray());
    }
}
