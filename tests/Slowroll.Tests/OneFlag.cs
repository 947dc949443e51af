using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests;

/// <summary>A config with the one flag <c>s.f</c>, asked through every door there is.</summary>
internal static class OneFlag
{
    public static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A fixed config; noon is in the middle of a ramp of a day that ends at midnight.</summary>
    public static SlowrollConfig Of(string flag, DateTimeOffset? now = null) => SlowrollConfig.FromJson(
        Encoding.UTF8.GetBytes($$"""{"s": {"f": {{flag}} } }"""),
        new SlowrollOptions { TimeProvider = new FakeTimeProvider(now ?? Noon) });

    /// <summary>What a flag answers: the same by name, by its typed name, by the flag, by a hashed key, by a frozen
    /// view, and where it is explained.</summary>
    public static Evaluation<T> Ask<T>(
        this SlowrollConfig config, T otherwise, string hashKey = "key", string key = "f", string section = "s")
    {
        var flag = config.GetFlag(section, key, otherwise);
        var answer = flag.Explain(hashKey);

        Assert.Equal(answer.Value, flag.Evaluate(hashKey));
        HashKey hashed = new(hashKey);
        Assert.Equal(answer.Value, flag.Evaluate(hashed));
        Assert.Equal(answer.Value, config.GetValue(section, key, hashed, otherwise));
        Assert.Equal(answer, flag.Explain(hashed));
        FlagKey<T> typedName = new(section, key, otherwise) { AllowsNull = otherwise is null };
        Assert.Equal(answer, config.Explain(typedName, hashed));
        Assert.Equal(answer.Value, config.GetValue(typedName, hashed));
        Assert.Equal(answer.Value, config.GetValue(typedName, hashKey));
        Assert.Equal(answer.Value, config.GetValue(section, key, hashKey, otherwise));
        Assert.Equal(answer.Value, config.Freeze().GetValue(section, key, hashKey, otherwise));
        Assert.Equal(answer.Side == Side.Default, answer.Error is not null);
        Assert.NotEmpty(answer.ToString());

        var untyped = config.Explain(section, key, hashKey);
        Assert.Equal(untyped.Side == Side.Default, untyped.Value.ValueKind == JsonValueKind.Undefined);
        Assert.Equal(untyped with { Value = default }, config.Explain(section, key, hashed) with { Value = default });
        Assert.NotEmpty(untyped.ToString());
        return answer;
    }

    /// <summary>The flag can't be read: it answers the default, and says why.</summary>
    public static void IsInvalid(string flag, string reason)
    {
        var answer = Of(flag).Ask(-1);

        Assert.Equal((-1, Side.Default, EvaluationReason.Invalid), (answer.Value, answer.Side, answer.Reason));
        Assert.Contains(reason, answer.Error, StringComparison.Ordinal);
        Assert.Equal(EvaluationReason.Invalid, Of(flag).Explain("s", "f", "key").Reason);
    }
}
