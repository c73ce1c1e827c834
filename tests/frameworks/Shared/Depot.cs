using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OgGen.Frameworks;

/// <summary>What a query for items can ask for; null asks for nothing.</summary>
public sealed record ItemQuery(
    IReadOnlyList<string>? Tags, IReadOnlyList<ItemKind>? Kinds, DateOnly? MadeAfter, decimal? MaxPrice, int? Limit);

/// <summary>The items of one server, in memory.</summary>
public sealed class Depot
{
    private readonly ConcurrentDictionary<Guid, Item> _items = new();
    private readonly ConcurrentDictionary<(Guid Item, string Name), byte[]> _photos = new();

    public Item Create(NewItem item)
    {
        var created = new Item
        {
            Id = Guid.NewGuid(),
            Name = item.Name,
            Note = item.Note,
            Kind = item.Kind,
            Price = item.Price,
            Stock = item.Stock,
            Views = 9_007_199_254_740_993,
            Weight = item.Weight,
            Made = item.Made,
            Seen = new DateTimeOffset(2026, 11, 22, 13, 14, 15, TimeSpan.FromHours(1)),
            Link = item.Link,
            Tags = item.Tags,
            Shelves = item.Shelves,
        };
        _items[created.Id] = created;
        return created;
    }

    public Item? Find(Guid id) => _items.GetValueOrDefault(id);

    public IReadOnlyList<Item> Query(ItemQuery query) =>
    [
        .. _items.Values
            .Where(item => query.Tags is not { Count: > 0 } tags || tags.All(item.Tags.Contains))
            .Where(item => query.Kinds is not { Count: > 0 } kinds || kinds.Contains(item.Kind))
            .Where(item => query.MadeAfter is not { } date || item.Made > date)
            .Where(item => query.MaxPrice is not { } price || item.Price <= price)
            .OrderBy(item => item.Price)
            .Take(query.Limit ?? int.MaxValue),
    ];

    public Item? Change(Guid id, ItemChanges changes)
    {
        if (Find(id) is not { } item)
        {
            return null;
        }

        item.Name = changes.Name ?? item.Name;
        item.Note = changes.Note ?? item.Note;
        item.Price = changes.Price ?? item.Price;
        item.Stock = changes.Stock ?? item.Stock;
        item.SoldAt = changes.SoldAt ?? item.SoldAt;
        return item;
    }

    public bool Delete(Guid id) => _items.TryRemove(id, out _);

    public void Keep(Guid item, string name, byte[] photo) => _photos[(item, name)] = photo;

    public bool TryFindPhoto(Guid item, string name, [NotNullWhen(true)] out byte[]? photo) => _photos.TryGetValue((item, name), out photo);

    public static IReadOnlyList<Shape> Shapes() =>
        [new Circle { Label = "wheel", Radius = 1.5 }, new Rectangle { Label = "door", Width = 90, Height = 210 }];

    public static Dictionary<string, long> Shelves() => new() { ["A 1"] = 5_000_000_000, ["B/2"] = 0 };

    public static async IAsyncEnumerable<Tick> TicksAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int number = 1; number <= count; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Tick { Number = number, Text = $"tick {number}" };
        }
    }
}
