using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Promises;

/// <summary>A read of a flag with patterns, from any thread, from the first one on.</summary>
public class PatternReadTests
{
    private static readonly string[] Some =
        ["web-.*", @"(?i)DB-\d+", @"\bé\w*\b", @"[^\p{L}-[\u0370-\u03ff]]+", "(a|b)*c{2,5}", "(?:x{40}){40}y"];

    private static readonly string[] Keys = [
        "web-1", "db-12", "ét\u00e9", "123-\u4e2d", "ababcc", "abab", "", "\ud800", new('x', 300), "Σ", new('b', 5_000)
    ];

    [Fact]
    public void Survive_51_patterns_allocate_nothing_from_the_first_question_on()
    {
        var asked = AdoptersOf.Texts([], Some).Value;
        var fresh = AdoptersOf.Texts([], [.. Some, "fresh-.*"]).Value;

        Assert.Equal((0, 5), OnAThreadOfItsOwn(() =>
        {
            asked.Contain("any");
            return Allocated(fresh.Contain);
        }));
    }

    [Fact]
    public void Survive_51_a_read_of_a_flag_with_patterns_allocates_nothing()
    {
        var flag = ConfigOf(Some).GetFlag("s", "f", -1);

        // A rollout keeps the first key that it is asked with, whatever it holds.
        flag.Evaluate("first");
        Assert.Equal((0, 5), OnAThreadOfItsOwn(() =>
        {
            flag.Evaluate("first");
            return Allocated(key => flag.Evaluate(key) == 1);
        }));
    }

    [Fact]
    public void Survive_51_many_threads_that_ask_at_once_get_the_answers_that_one_gets()
    {
        var config = ConfigOf(Some);
        var alone = Keys.Select(key => ConfigOf(Some).Ask(-1, key).Value).ToArray();
        var flag = config.GetFlag("s", "f", -1);

        Parallel.For(0, 400, i => Assert.Equal(alone[i % Keys.Length], flag.Evaluate(Keys[i % Keys.Length])));
    }

    [Fact]
    public void A_read_fits_into_a_small_stack()
    {
        var flag = ConfigOf(["(?:a|b){600}", "(?:.|b){600}", @"[\w-[d]]{0,400}"]).GetFlag("s", "f", -1);

        Assert.Equal(1, OnAThreadOfItsOwn(() => flag.Evaluate(new string('a', 600)), stack: 256 * 1024));
    }

    private static SlowrollConfig ConfigOf(string[] patterns) => SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(
        $$"""{"s": {"f": {"stable": 0, "new": 1, "early_adopter_patterns": {{JsonSerializer.Serialize(patterns)}} } } }"""));

    private static (long Bytes, int Found) Allocated(Func<string, bool> ask)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = 0;
        foreach (var key in Keys)
            found += ask(key) ? 1 : 0;
        return (GC.GetAllocatedBytesForCurrentThread() - before, found);
    }

    private static T OnAThreadOfItsOwn<T>(Func<T> ask, int stack = 0)
    {
        T answer = default!;
        var thread = new Thread(() => answer = ask(), stack);
        thread.Start();
        thread.Join();
        return answer;
    }
}
