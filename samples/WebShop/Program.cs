using Slowroll;
using WebShop;

var builder = WebApplication.CreateSlimBuilder(args);

// One line: the config is opened with the host, followed while it runs, and looked after by a health check.
builder.Services.AddShopFeatures(builder.Configuration.GetSection("ShopFeatures"));
builder.Services.AddScoped<Checkout>();

var app = builder.Build();

// The handlers take a class of ours, not ShopFeatures itself: ASP.NET's generator for native AOT can't see what another
// generator writes (CS0246 in its code). A handler that is to take it needs "sealed partial class ShopFeatures;" in a
// file of ours, and says its result's type: string (ShopFeatures features) => ...
app.MapGet("/",
    (Checkout checkout) => $"{checkout.Offer()} Try /checkout/ada, /checkout/grace, /why/grace and /health.\n");
app.MapGet("/checkout/{customer}", (string customer, Checkout checkout) => checkout.Page(customer) + "\n");
app.MapGet("/why/{customer}", (string customer, Checkout checkout) => checkout.Why(customer) + "\n");
app.MapHealthChecks("/health");

// What the flags do now, in a browser. Outside of Development it isn't there unless it is asked for.
app.MapSlowroll("/slowroll");

app.Run();
