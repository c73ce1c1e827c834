using System.Text.Json;
using System.Text.Json.Serialization;
using Demo;

var basket = new Basket("b1", new Pet { Name = "Tom", Kind = Kind.Cat }, [new Pet { Name = "Rex" }]);
string text = JsonSerializer.Serialize(basket, BasketContext.Default.Basket);
Console.WriteLine(text);

Basket read = JsonSerializer.Deserialize(text, BasketContext.Default.Basket)!;
Console.WriteLine($"{read.Pet.Name} {read.Pet.Kind} {read.Others[0].Name}");

internal sealed record Basket(string Id, Pet Pet, IReadOnlyList<Pet> Others);

[JsonSerializable(typeof(Basket))]
internal sealed partial class BasketContext : JsonSerializerContext;
