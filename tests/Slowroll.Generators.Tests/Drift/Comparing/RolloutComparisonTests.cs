using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Generators.Tests.Drift.Comparing;

public class RolloutComparisonTests
{
    private const int Pairs = 300;

    private static readonly string[] HashKeys = ["a-1", "a-9", "b-1", "b-2", "b-9", "c-1", "c-9"];

    [Fact]
    public void Whoever_gains_or_loses_new_is_in_one_group_that_says_so()
    {
        Random random = new(18);
        RandomConfig configs = new(random);
        var (gains, losses, known) = (0, 0, 0);
        for (var i = 0; i < Pairs; i++)
        {
            var texts = (configs.Text(), configs.Text());
            var (earlier, later) = (Read(texts.Item1), Read(texts.Item2));
            var groups = RolloutComparison.Of(earlier, later, new()).Groups;
            known += groups.Count(group => group.IsKnown);
            foreach (var hashKey in HashKeys.Where(key => !IsEarly(earlier, key) && !IsEarly(later, key)))
            {
                var (before, after) =
                    (RolloutDecision.CourseOf(earlier, hashKey), RolloutDecision.CourseOf(later, hashKey));
                var group = groups.FirstOrDefault(
                    group => group.Before.Course.Equals(before) && group.After.Course.Equals(after));
                Assert.True(group is not null, $"{hashKey} in {texts}");
                for (var sample = 0; sample < 5; sample++)
                {
                    var instant = Schedule.MicrosecondsOf(configs.Instant());
                    var bucket = BucketNear(group, instant, random);
                    var sides = (
                        RolloutDecision.IsNew(earlier, hashKey, bucket, instant),
                        RolloutDecision.IsNew(later, hashKey, bucket, instant));
                    var place = FormattableString.Invariant($"{hashKey}, {bucket} at {instant} in {texts}");
                    Assert.True(sides == (false, true) == IsIn(group.GainsAt(instant), bucket), $"gains: {place}");
                    Assert.True(sides == (true, false) == IsIn(group.LosesAt(instant), bucket), $"loses: {place}");
                    gains += sides == (false, true) ? 1 : 0;
                    losses += sides == (true, false) ? 1 : 0;
                }
            }
        }

        Assert.True(
            gains > Pairs && losses > Pairs && known > Pairs,
            string.Create(CultureInfo.InvariantCulture, $"{gains} {losses} {known}"));
    }

    // With a question mark: it depends on the hosts who that is.
    [Theory]
    [InlineData("", "", "all hosts")]
    [InlineData("eu,us", "eu,us", "eu, us, in no wave")]
    [InlineData("eu,us,*", "eu,us,*", "eu, us, all other hosts")]
    [InlineData("*", "", "all hosts")]
    [InlineData("eu,*,us", "eu,*", "eu, all other hosts")]
    [InlineData("eu,eu,none,*", "eu,same as eu,*", "eu, all other hosts")]
    [InlineData("", "eu,*", "eu, all other hosts")]
    [InlineData("eu,*", "", "eu, all other hosts")]
    [InlineData("eu,us,*", "eu,*", "eu, us, all other hosts")]
    [InlineData("eu,*", "same as eu,us,*", "same as eu, us, all other hosts")]
    [InlineData("eu,us", "us,eu", "?eu>us, eu, us, in no wave")]
    [InlineData("eu,*", "us,*", "?eu>us, ?eu>*, ?*>us, ?*")]
    public void Groups_are_known_where_both_put_hash_keys_into_waves_by_the_same_audiences(
        string before, string after, string groups)
    {
        var comparison = RolloutComparison.Of(Waves(before), Waves(after), new());

        Assert.True(groups.Split(", ").Length == comparison.Groups.Count
            && groups.Count(letter => letter == '?') == comparison.Groups.Count(group => !group.IsKnown)
            && groups.Split(", ").Where(group => group[0] != '?')
                .All(name => comparison.Groups.Any(group =>
                    group.Name == name
                    || group.Name == $"the hosts of audience '{name}'"
                    || group.Name == $"the hosts {name}")),
            string.Join(" | ", comparison.Groups.Select(group => $"{group.IsKnown} {group.Name}")));
    }

    [Fact]
    public void Another_salt_gives_everybody_another_bucket()
    {
        var group = Assert.Single(RolloutComparison.Of(
            Read(EditTest.Config(""" "start_time": "2030-03-01 00:00Z", "duration": "10d" """)),
            Read(EditTest.Config(""" "start_time": "2030-03-01 00:00Z", "duration": "10d", "salt": "s" """)),
            new()).Groups);

        var half = Schedule.MicrosecondsOf(new(2030, 3, 6, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(group is { IsReshuffled: true } && group.GainsAt(half) is null && group.LosesAt(half) is null);
        Assert.Equal(0.25, group.LostAt(half), 1e-6);
    }

    private static bool IsEarly(ConfigRollout rollout, string hashKey) => rollout.EarlyAdopters.Contains(hashKey);

    private static bool IsIn(BucketRange? range, uint bucket) =>
        range is { } buckets && bucket >= buckets.From && bucket < buckets.Until;

    // Next to a border, where a mistake by one would be.
    private static uint BucketNear(GroupComparison group, long instant, Random random)
    {
        var course = random.Next(2) == 0 ? group.Before.Course : group.After.Course;
        var near = course.CountAt(instant) + random.Next(-1, 2);
        return random.Next(2) == 0 ? (uint)random.NextInt64(Course.AllBuckets)
            : (uint)Math.Clamp(near, 0, Course.AllBuckets - 1);
    }

    private static ConfigRollout Waves(string audiences)
    {
        var waves = string.Join(", ", audiences.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(
            audience => audience == "*" ? "{}" : $$"""{ "audience": "{{audience}}" }"""));
        return Read(EditTest.Config(
            """ "start_time": "2030-03-01 00:00Z", "duration": "10d" """
                + (waves.Length == 0 ? "" : $", \"waves\": [{waves}]"),
            """
            "audiences": { "eu": { "keys": ["b", "a"], "patterns": ["eu-.*"] }, "us": { "keys": ["a"] }, "none": {},
              "same as eu": { "keys": ["a", "b", "a"], "patterns": ["eu-.*"] } }
            """));
    }

    private static ConfigRollout Read(string config)
    {
        DriftList problems = new();
        var rollout = ConfigRolloutReader.Read(ConfigDocument.Read(config).Find("s", "f")!, null, problems);
        Assert.True(
            rollout is not null, $"{string.Join(' ', problems.All.SelectMany(each => each.Arguments))} {config}");
        return rollout;
    }
}
