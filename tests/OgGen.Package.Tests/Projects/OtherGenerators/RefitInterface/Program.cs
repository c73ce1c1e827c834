using System.Net;
using System.Text;
using Demo;
using Refit;

using var http = new HttpClient(new Shop()) { BaseAddress = new Uri("https://demo.example.com") };
IPets pets = RestService.For<IPets>(http);

Pet pet = await pets.GetAsync();
Console.WriteLine($"{pet.Name} {pet.Kind}");
Console.WriteLine((await pets.RenameAsync(new Pet { Name = "Rex" })).Name);

public interface IPets
{
    [Get("/pet")]
    Task<Pet> GetAsync();

    [Post("/pet")]
    Task<Pet> RenameAsync([Body] Pet pet);
}

internal sealed class Shop : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string json = request.Content is { } content
            ? await content.ReadAsStringAsync(cancellationToken)
            : """{ "name": "Tom", "kind": "cat" }""";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
