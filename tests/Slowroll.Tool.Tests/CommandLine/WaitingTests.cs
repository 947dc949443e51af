using Microsoft.Extensions.Time.Testing;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.CommandLine;

/// <summary>A person sees that a command works.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly StringWriter _output = new(), _errors = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void From_the_first_second_on_the_time_is_shown_and_at_the_end_removed()
    {
        using (SessionOn(isTerminal: true).ShowWaiting("slowroll diff"))
        {
            Assert.Equal("", _errors.ToString());
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("\rslowroll diff: 1 s", _errors.ToString());
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.EndsWith("\rslowroll diff: 2 s", _errors.ToString(), StringComparison.Ordinal);
        }

        Assert.EndsWith($"\r{new string(' ', "slowroll diff: 2 s".Length)}\r", _errors.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_printed_removes_it_for_good(bool isError)
    {
        var session = SessionOn(isTerminal: true);
        using var waiting = session.ShowWaiting("slowroll diff");
        _clock.Advance(TimeSpan.FromSeconds(1));

        if (isError)
            session.Errors.WriteLine("an error");
        else
            session.Output.WriteLine("a result");
        var shown = _errors.ToString();
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(shown, _errors.ToString());
        Assert.StartsWith(
            $"\rslowroll diff: 1 s\r{new string(' ', "slowroll diff: 1 s".Length)}\r", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_terminal_nothing_is_shown()
    {
        using (SessionOn(isTerminal: false).ShowWaiting("slowroll diff"))
            _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal("", _errors.ToString());
    }

    private Session SessionOn(bool isTerminal) => new(_output, _errors)
    {
        Input = () => Stream.Null,
        Clock = _clock,
        Terminal = Terminal.None with { ShowsErrors = isTerminal },
    };
}
