using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.EndToEnd;

/// <summary>What a user's own tests do with the generated class, written as they would write it.</summary>
public class TestDoubleTests
{
    [Fact]
    public Task Fixed_flags_answer_their_values_to_everybody_and_their_defaults_else() => AssertPrints(
        "True True 5",
        """
        var flags = AppFeatures.Fixed(new() { InstallToOptFoo = true });
        return $"{flags.InstallToOptFoo("a")} {flags.InstallToOptFoo(new HashKey("b"))} {flags.Slots("c")}";
        """);

    [Fact]
    public Task Of_two_values_for_a_flag_the_last_counts() => AssertPrints(
        "7",
        """
        var values = new AppFeatures.Values { Slots = 6 };
        values.Slots = 7;
        return $"{AppFeatures.Fixed(values).Slots("host")}";
        """);

    [Fact]
    public Task Values_that_change_later_do_not_change_the_flags() => AssertPrints(
        "6",
        """
        var values = new AppFeatures.Values { Slots = 6 };
        var flags = AppFeatures.Fixed(values);
        values.Slots = 7;
        return $"{flags.Slots("host")}";
        """);

    [Fact]
    public Task Fixed_flags_stay_fixed_when_frozen_and_are_explained() => AssertPrints(
        "6 Fixed Default Missing",
        """
        var flags = AppFeatures.Fixed(new() { Slots = 6 }).Freeze();
        var why = flags.Explain(AppFeatures.Keys.Slots, "host");
        return $"{why.Value} {why.Reason} {why.Side} {flags.Explain(AppFeatures.Keys.InstallToOptFoo, "host").Reason}";
        """);

    [Fact]
    public Task A_scope_replaces_the_ambient_flags_until_it_ends() => AssertPrints(
        "5 6 7 6 5",
        """
        var said = $"{Flags.AppFeatures.Slots("host")}";
        using (Flags.UseAppFeatures(AppFeatures.Fixed(new() { Slots = 6 })))
        {
            said += $" {Flags.AppFeatures.Slots("host")}";
            using (Flags.UseAppFeatures(AppFeatures.Fixed(new() { Slots = 7 })))
            {
                await Task.Yield();
                said += $" {Flags.AppFeatures.Slots("host")}";
            }

            said += $" {Flags.AppFeatures.Slots("host")}";
        }

        return said + $" {Flags.AppFeatures.Slots("host")}";
        """);

    [Fact]
    public Task Tests_side_by_side_do_not_see_one_anothers_scope() => AssertPrints(
        "True",
        """
        var all = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(async () =>
        {
            using (Flags.UseAppFeatures(AppFeatures.Fixed(new() { Slots = number })))
            {
                for (var i = 0; i < 100; i++)
                {
                    await Task.Yield();
                    if (Flags.AppFeatures.Slots("host") != number)
                        return false;
                }
            }

            return Flags.AppFeatures.Slots("host") == 5;
        })));
        return $"{all.All(each => each)}";
        """);

    [Fact]
    public Task A_key_names_a_flag_to_the_config_to_locks_and_to_explain() => AssertPrints(
        "True Locked True",
        """
        var options = new SlowrollOptions { Locks = { [AppFeatures.Keys.InstallToOptFoo] = Side.New } };
        var json = "{\"features\": {\"install_to_opt_foo\": {\"stable\": false, \"new\": true, \"early_adopters\": []}}}";
        var flags = new AppFeatures(SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes(json), options));
        var why = flags.Explain(AppFeatures.Keys.InstallToOptFoo, "host");
        return $"{why.Value} {why.Reason} {flags.Config.GetFlag(AppFeatures.Keys.InstallToOptFoo).Evaluate("host")}";
        """);

    private static Task AssertPrints(string expected, string body) =>
        UserCode.AssertPrints(expected, body, TestFile.Schema(Schema));

    private const string Schema = """
        {
          "x-slowroll": { "hashKey": "host" },
          "properties": {
            "features": {
              "properties": {
                "install_to_opt_foo": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "slots": { "$ref": "slowroll.schema.json#/$defs/integer", "default": { "stable": 5 } }
              }
            }
          }
        }
        """;
}
