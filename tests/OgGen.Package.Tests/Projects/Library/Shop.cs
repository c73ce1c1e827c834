using Orders;

namespace Library;

/// <summary>A library that ships generated code: types of the document and of the runtime are in its signatures.</summary>
public static class Shop
{
    /// <summary>The default client.</summary>
    public static OrderClient Open(string key) => new OrderClient(key, new Uri("https://orders.example/"));

    /// <summary>An order of one thing.</summary>
    public static Order One(string thing) => new Order { Id = 1, Lines = [new OrderLine { Thing = thing, Count = 1 }] };
}
