// Asks Microsoft.FeatureManagement for one flag of a JSON file, and ends.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;

var configuration = new ConfigurationBuilder().AddJsonFile(args[0]).Build();
await using var services = new ServiceCollection()
    .AddSingleton<IConfiguration>(configuration)
    .AddFeatureManagement().Services
    .BuildServiceProvider();
Console.WriteLine(await services.GetRequiredService<IFeatureManager>().IsEnabledAsync("InstallToOptFoo"));
