using Microsoft.AspNetCore.Mvc;
using Microsoft.FeatureManagement.Mvc;

namespace Slowroll.FeatureManagement.Tests;

public class ShopController : Controller
{
    [HttpGet("/gated")]
    [FeatureGate("NewCheckout")]
    public string Gated() => "in";

    [HttpGet("/page")]
    public IActionResult Page() => View();
}
