using System.Text;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;

namespace Slowroll.Tests.Evaluating;

/// <summary>A rollout that is over leaves nothing to decide, by a clock that only advances.</summary>
public class FinishedRuleTests
{
    private const string Over = "\"end_time\": \"2020-01-02 00:00Z\", \"duration\": \"1d\"";

    [Theory]
    [InlineData("", 1)]
    [InlineData(", \"end_pct\": 0, \"start_pct\": 100", 0)]
    [InlineData(", \"early_adopters\": [\"host\"]", 1)]
    public void A_rollout_that_everybody_has_behind_them_is_settled(string more, int value)
    {
        var (rule, slot) = RuleOf(more, CoarseClock.System);

        Assert.IsType<FinishedRule<int>>(rule);
        Assert.Equal(value, slot.Evaluate(new HashKey("host"), -1));
    }

    [Theory]
    [InlineData(", \"end_pct\": 99")]
    [InlineData(", \"end_pct\": 0, \"start_pct\": 100, \"early_adopters\": [\"host\"]")]
    public void A_rollout_that_has_left_two_sides_is_not(string more) => Assert.IsType<RampRule<int>>(RuleOf(more, CoarseClock.System).Rule);

    [Fact]
    public void By_a_clock_that_may_be_turned_back_nothing_is_settled() =>
        Assert.IsType<RampRule<int>>(RuleOf("", DecisionClock.Of(new FakeTimeProvider(DateTimeOffset.UtcNow))).Rule);

    [Fact]
    public void It_is_explained_as_before()
    {
        var why = SlowrollConfig.FromJson(JsonOf(Over)).GetFlag("s", "f", -1).Explain("web-uj8502d");

        Assert.Equal(
            (1, Side.New, EvaluationReason.Ramp, 0.5, 100.0, new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero)),
            (why.Value, why.Side, why.Reason, why.Position, why.Share, why.SwitchesAt));
    }

    [Fact]
    public void It_can_be_locked()
    {
        var options = new SlowrollOptions { Locks = { [new FlagName("s", "f")] = Side.Stable } };

        Assert.Equal(0, SlowrollConfig.FromJson(JsonOf(Over), options).GetFlag("s", "f", -1).Evaluate("host"));
    }

    [Fact]
    public void One_that_ends_while_the_program_runs_is_settled_with_the_next_refresh()
    {
        var clock = new HandClock { Now = new DateTime(2020, 1, 1, 12, 0, 0) };
        var book = new RuleBook(ConfigReader.Read(JsonOf(Over), Hashers.Sha1), FlagLocks.None);
        var table = new FlagTable(book, clock, isFixed: false, (_, _) => { });
        var slot = table.SlotOf(new FlagName("s", "f"), ValueReaders.Of<int>(allowsNull: false));
        Assert.IsType<RampRule<int>>(slot.Rule);

        clock.Now = clock.Now.AddDays(1);
        table.Settle();

        Assert.IsType<FinishedRule<int>>(slot.Rule);
    }

    private static (Rule<int> Rule, FlagSlot<int> Slot) RuleOf(string more, DecisionClock clock)
    {
        var book = new RuleBook(ConfigReader.Read(JsonOf(Over + more), Hashers.Sha1), FlagLocks.None);
        var slot = new FlagTable(book, clock, isFixed: true, (_, _) => { })
            .SlotOf(new FlagName("s", "f"), ValueReaders.Of<int>(allowsNull: false));
        return (slot.Rule, slot);
    }

    private static byte[] JsonOf(string schedule) =>
        Encoding.UTF8.GetBytes($$$"""{"s": {"f": {"stable": 0, "new": 1, {{{schedule}}} } } }""");

    private sealed class HandClock : DecisionClock
    {
        public DateTime Now { get; set; }

        public override long UtcTicks => Now.Ticks;
    }
}
