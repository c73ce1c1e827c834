using BrowserPage;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shop;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<Page>("#page");
builder.Services.AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
builder.Services
    .AddApiClient<ShopClient>(
        builder.Configuration.GetSection("Shop"), configuration => configuration.BaseAddress = new Uri(builder.HostEnvironment.BaseAddress))
    .UseRateLimiter(1000);
builder.Services.AddSingleton<Checks>();

WebAssemblyHost host = builder.Build();

// The host of a page checks no settings by itself.
host.Services.GetRequiredService<IStartupValidator>().Validate();
await host.RunAsync();
