using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.CommandLine;

/// <summary>People see how far a long work is; programs don't.</summary>
public class ProgressTests
{
    private readonly Ticking _clock = new();

    [Fact]
    public void Nothing_is_shown_in_the_first_second()
    {
        Assert.Equal("", Errors(isTerminal: true, progress => progress.Report(0.5)));
    }

    [Fact]
    public void After_a_second_it_is_shown_and_at_the_end_removed() => Assert.Equal(
        "\rWorking: 50 %\rWorking: 7 % \r" + new string(' ', 12) + "\r",
        Errors(isTerminal: true, progress =>
        {
            _clock.Seconds = 1;
            progress.Report(0.5);
            progress.Report(0.6);
            _clock.Seconds = 2;
            progress.Report(0.07);
        }));

    [Fact]
    public void A_program_sees_nothing() => Assert.Equal("", Errors(isTerminal: false, progress =>
    {
        _clock.Seconds = 5;
        progress.Report(0.5);
    }));

    private string Errors(bool isTerminal, Action<Progress> work)
    {
        using StringWriter output = new(), error = new();
        Session session = new(output, error)
        {
            Input = () => Stream.Null,
            Clock = _clock,
            Terminal = new(false, false, 80, ShowsErrors: isTerminal),
        };
        using (Progress progress = new(session, "Working"))
            work(progress);
        return error.ToString();
    }

    private sealed class Ticking : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
