using System.Text;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;

namespace Slowroll.Tests.Evaluating;

/// <summary>A rollout that is over needs no look at the clock, until the clock is set back.</summary>
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
    public void A_rollout_that_has_left_two_sides_is_not(string more) =>
        Assert.IsType<RolloutRule<int>>(RuleOf(more, CoarseClock.System).Rule);

    [Fact]
    public void By_a_clock_that_may_be_turned_back_nothing_is_settled() =>
        Assert.IsType<RolloutRule<int>>(RuleOf("", DecisionClock.Of(new FakeTimeProvider(DateTimeOffset.UtcNow))).Rule);

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
        var book = new RuleBook(new(ConfigReader.Read(JsonOf(Over)), Hashers.Sha1), FlagLocks.None);
        var table = new FlagTable(book, clock, isFixed: false, (_, _) => { });
        var slot = table.SlotOf(new FlagName("s", "f"), ValueReaders.Of<int>(allowsNull: false));
        Assert.IsType<RolloutRule<int>>(slot.Rule);

        clock.Now = clock.Now.AddDays(1);
        table.Settle();

        Assert.IsType<FinishedRule<int>>(slot.Rule);
    }

    [Fact]
    public void One_that_is_no_longer_over_because_the_clock_was_set_back_is_asked_by_the_clock_again()
    {
        var clock = new HandClock { Now = new DateTime(2020, 1, 3) };
        var (table, slot) = TableOf(clock, isFixed: false);
        Assert.IsType<FinishedRule<int>>(slot.Rule);

        clock.Now = new DateTime(2019, 12, 31);
        table.Settle();

        Assert.Equal((0, 0),
            (slot.Evaluate(new HashKey("host"), -1), slot.Rule.Explain(new HashKey("host"), clock, -1).Value));

        clock.Now = new DateTime(2020, 1, 3);
        table.Settle();

        Assert.IsType<FinishedRule<int>>(slot.Rule);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_watch_over_the_systems_clock_finds_that_it_was_set_back(bool isFixed)
    {
        var clock = new HandClock { Now = new DateTime(2020, 1, 3) };
        var (table, slot) = TableOf(clock, isFixed);
        ClockWatch.Look(DateTime.UtcNow.Ticks);

        clock.Now = new DateTime(2019, 12, 31);
        ClockWatch.Look(DateTime.UtcNow.AddMinutes(-5).Ticks);

        Assert.IsType<RolloutRule<int>>(slot.Rule);
        GC.KeepAlive(table);
    }

    [Fact]
    public void A_frozen_view_stays_at_its_instant()
    {
        var clock = new HandClock { Now = new DateTime(2020, 1, 3) };
        var frozen = TableOf(clock, isFixed: false).Table.Freeze();
        var slot = frozen.SlotOf(new FlagName("s", "f"), ValueReaders.Of<int>(allowsNull: false));

        clock.Now = new DateTime(2019, 12, 31);
        frozen.Settle();

        Assert.Equal(1, slot.Evaluate(new HashKey("host"), -1));
    }

    private static (FlagTable Table, FlagSlot<int> Slot) TableOf(DecisionClock clock, bool isFixed)
    {
        var book = new RuleBook(new(ConfigReader.Read(JsonOf(Over)), Hashers.Sha1), FlagLocks.None);
        var table = new FlagTable(book, clock, isFixed, (_, _) => { });
        return (table, table.SlotOf(new FlagName("s", "f"), ValueReaders.Of<int>(allowsNull: false)));
    }

    private static (Rule<int> Rule, FlagSlot<int> Slot) RuleOf(string more, DecisionClock clock)
    {
        var book = new RuleBook(new(ConfigReader.Read(JsonOf(Over + more)), Hashers.Sha1), FlagLocks.None);
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
