using BrowserShop;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<Shop>("#shop");

// Opened before the page is drawn: it waits for the first config, five seconds at most. The address counts from the
// page's own; it may be that of another server.
Flags.BrowserFeatures = await BrowserFeatures.OpenAsync(
    new Uri(new Uri(builder.HostEnvironment.BaseAddress), builder.Configuration["Features:Url"]),
    new() { PollInterval = TimeSpan.Parse(builder.Configuration["Features:PollInterval"]!, null) });

var host = builder.Build();
await host.RunAsync();
