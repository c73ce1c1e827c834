using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RazorComponent;

await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
string html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Page>()).ToHtmlString());
Console.WriteLine(string.Concat(html.Split('\n').Select(static line => line.Trim())));
