using Slowroll;

namespace Acme;

/// <summary>Opens the config, with what is fixed on this machine.</summary>
internal static class Startup
{
    public static async Task<Shop> OpenAsync(bool isTest)
    {
        SlowrollOptions options = new();
        options.Locks[Shop.Keys.Fuzzy] = Side.Stable;
        if (isTest)
            options.Locks[Shop.Keys.Greeting] = Side.New;

        return Flags.Shop = await Shop.OpenAsync(options);
    }

    public static string Hello(Shop flags) => flags.Greeting(HashKey.Host);

    public static async Task Main()
    {
        Flags.Admin = await Admin.OpenAsync(new Uri("https://example.com/admin.json"));
        await OpenAsync(isTest: false);
    }
}
