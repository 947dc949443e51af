using System.Globalization;
using Slowroll.Simulation.Fleets;

namespace Slowroll.Simulation.Shares;

/// <summary>Hash keys as programs have them, in four kinds of equal number. None is there twice.</summary>
internal static class Names
{
    private static readonly string[] Roles = ["web", "api", "db", "cache", "worker"];
    private static readonly string[] Regions = ["eu-west", "eu-north", "us-east", "us-west", "ap-south"];
    private static readonly string[] FirstNames = ["anna", "ben", "chloe", "dmitri", "emre", "fatima", "goran", "hana"];
    private static readonly string[] LastNames =
        ["smith", "garcia", "kowalski", "nguyen", "okafor", "schmidt", "tanaka"];
    private static readonly string[] Domains = ["example.com", "mail.example.org", "example.net"];

    /// <summary>The kinds, and a sequence of each.</summary>
    public static IReadOnlyList<(string Kind, IReadOnlyList<string> Names)> All(int count, ulong seed)
    {
        var chances = new Chances(seed);
        IReadOnlyList<string> Of(Func<int, string> name) => [.. Enumerable.Range(0, count / 4).Select(name)];
        return
        [
            ("host names", Of(Host)),
            ("GUIDs", Of(_ => Id(chances))),
            ("mail addresses", Of(Mail)),
            ("numbers in sequence", Of(number => (100_000 + number).ToString(CultureInfo.InvariantCulture))),
        ];
    }

    // web-017.eu-west.example.com
    private static string Host(int number)
    {
        var (role, rest) = (Roles[number % Roles.Length], number / Roles.Length);
        return string.Create(CultureInfo.InvariantCulture,
            $"{role}-{rest / Regions.Length:000}.{Regions[rest % Regions.Length]}.example.com");
    }

    private static string Mail(int number)
    {
        var (first, rest) = (FirstNames[number % FirstNames.Length], number / FirstNames.Length);
        var (last, more) = (LastNames[rest % LastNames.Length], rest / LastNames.Length);
        return string.Create(CultureInfo.InvariantCulture,
            $"{first}.{last}{more / Domains.Length}@{Domains[more % Domains.Length]}");
    }

    private static string Id(Chances chances)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, chances.NextBits());
        BitConverter.TryWriteBytes(bytes[8..], chances.NextBits());
        return new Guid(bytes).ToString();
    }
}
