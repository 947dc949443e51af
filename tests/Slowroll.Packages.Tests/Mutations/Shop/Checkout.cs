using Slowroll;

namespace Acme;

/// <summary>What a customer sees at the checkout.</summary>
internal sealed class Checkout(Shop flags)
{
    public string Button(string customer)
    {
        if (flags.OneClick(customer))
            return "Buy now with one click";

        return flags.Voucher(customer) is { } voucher ? $"Use {voucher}" : "To the checkout";
    }

    public double Price(HashKey customer, double price) => price * (1 - flags.Discount(customer));

    public bool ShipsFree(string customer, int sum) => sum >= flags.FreeShippingFrom(customer);

#pragma warning disable CS0612, CS0618 // until the last customer has the new one
    public bool HasOldBasket(string customer) => Flags.Shop.OldBasket(customer);
#pragma warning restore CS0612, CS0618

    public string Why(string customer) => $"{flags.Explain(Shop.Keys.OneClick, customer).Reason}";
}
