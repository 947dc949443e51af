using System.Text;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A snapshot of a config with a rollout for each flag of <see cref="BenchSchema"/>, and code that asks for
/// some.</summary>
internal static class BenchConfig
{
    public const string Path = "/app/app.json";

    public static string Of(int flags)
    {
        StringBuilder json = new("{");
        for (var flag = 0; flag < flags; flag++)
        {
            if (flag % 100 == 0)
                json.Append($"{(flag == 0 ? "" : " },")}\n\"section_{flag / 100}\": {{");
            json.Append($$"""
                {{(flag % 100 == 0 ? "" : ",")}}
                "flag_number_{{flag}}": {
                  "stable": false,
                  "new": true,
                  "end_time": "2030-03-15 00:00Z",
                  "duration": "14d",
                  "early_adopters": ["fir"]
                }
                """);
        }

        return json.Append(" } }").ToString();
    }

    /// <summary>Twenty reads a method: of eight, six by accessor, one by names and one that wants to know
    /// why.</summary>
    public static string CodeThatReads(int reads)
    {
        StringBuilder source = new("using Slowroll;\nnamespace Bench;\ninternal static class Program\n{\n");
        for (var read = 0; read < reads; read++)
        {
            if (read % 20 == 0)
            {
                source.Append(
                    $"{(read == 0 ? "" : "    }\n")}    public static void "
                        + $"Read{read}(App flags, SlowrollConfig config, string host)\n    {{\n");
            }

            source.Append((read % 8) switch
            {
                6 => $"        if (config.GetValue(\"section_{read / 100}\", "
                    + $"\"flag_number_{read}\", host, false)) System.Console.WriteLine({read});\n",
                7 => $"        System.Console.WriteLine(config.Explain(\"section_{read / 100}\", "
                    + $"\"flag_number_{read}\", host).Reason);\n",
                _ => $"        if (flags.FlagNumber{read}(host)) System.Console.WriteLine({read});\n",
            });
        }

        return source.Append("    }\n}\n").ToString();
    }
}
