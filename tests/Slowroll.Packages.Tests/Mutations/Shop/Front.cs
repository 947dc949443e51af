using Slowroll;
using static Acme.Shop.Types;

namespace Acme;

/// <summary>The front page, which every customer of a host sees alike.</summary>
internal static class Front
{
    private static readonly HashKey Host = new(HashKey.Host.Value);

    public static string Style() => Flags.Shop.Theme(HashKey.Host) == Theme.Dark ? "dark.css" : "light.css";

    public static string Head()
    {
        var banner = Flags.Shop.Banner(Host);
        return banner.Until is { } until ? $"{banner.Text} until {until}" : banner.Text;
    }

    public static bool IsOpen(string region, DateOnly today) =>
        Flags.Shop.Regions(Host).Contains(region) && today >= Flags.Shop.Launch(Host);
}
