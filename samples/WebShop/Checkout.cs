using System.Globalization;
using Slowroll;
using Slowroll.Hosting;

namespace WebShop;

/// <summary>What a customer sees at the checkout; made anew for each request.</summary>
/// <param name="features">The live flags: each question is answered by the config and the clock of that very
/// moment.</param>
/// <param name="frozen">The flags of this request: however often they are asked, a customer's answer doesn't change in
/// the middle of it.</param>
internal sealed class Checkout(ShopFeatures features, Frozen<ShopFeatures> frozen)
{
    public string Offer() => $"Free shipping from {features.FreeShippingFrom(HashKey.Host)} euros.";

    public string Page(string customer)
    {
        var button = frozen.Flags.OneClick(customer) ? "Buy now with one click" : "To the checkout";
        return $"{customer} sees "
            + $"[{button}] and pays no shipping costs from {frozen.Flags.FreeShippingFrom(customer)} euros.";
    }

    /// <summary>For support: why does this customer see that button?</summary>
    public string Why(string customer)
    {
        var why = features.Explain(ShopFeatures.Keys.OneClick, customer);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{why.Value}: {why.Reason}, "
                + $"position {why.Position:0.000}, share {why.Share:0.0} %, switches {why.SwitchesAt:yyyy-MM-dd}");
    }
}
