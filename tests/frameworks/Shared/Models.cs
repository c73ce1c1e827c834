using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OgGen.Frameworks;

[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    Small,
    Large,
    Oversized,
}

public sealed class Item
{
    public required Guid Id { get; set; }

    public required string Name { get; set; }

    public string? Note { get; set; }

    public required ItemKind Kind { get; set; }

    public required decimal Price { get; set; }

    public required int Stock { get; set; }

    public required long Views { get; set; }

    public double? Weight { get; set; }

    public required DateOnly Made { get; set; }

    public required DateTimeOffset Seen { get; set; }

    public DateTimeOffset? SoldAt { get; set; }

    public Uri? Link { get; set; }

    public required List<string> Tags { get; set; }

    public required Dictionary<string, int> Shelves { get; set; }
}

public sealed class NewItem
{
    [Required]
    [StringLength(40, MinimumLength = 1)]
    public required string Name { get; set; }

    public string? Note { get; set; }

    public required ItemKind Kind { get; set; }

    public required decimal Price { get; set; }

    [Range(0, 1000)]
    public required int Stock { get; set; }

    public double? Weight { get; set; }

    public required DateOnly Made { get; set; }

    public Uri? Link { get; set; }

    public required List<string> Tags { get; set; }

    public required Dictionary<string, int> Shelves { get; set; }
}

public sealed class ItemChanges
{
    public string? Name { get; set; }

    public string? Note { get; set; }

    public decimal? Price { get; set; }

    public int? Stock { get; set; }

    public DateTimeOffset? SoldAt { get; set; }
}

/// <summary>One of each type of number.</summary>
public sealed class Numbers
{
    public required byte Byte { get; set; }

    public required short Short { get; set; }

    public required int Int { get; set; }

    public required uint UInt { get; set; }

    public required long Long { get; set; }

    public required ulong ULong { get; set; }

    public required float Single { get; set; }

    public required double Double { get; set; }

    public required decimal Decimal { get; set; }

    public int? Maybe { get; set; }

    public required List<long> Several { get; set; }
}

/// <summary>More than 64 bits.</summary>
public sealed class Huge
{
    public required Int128 Value { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "form")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Rectangle), "rectangle")]
public abstract class Shape
{
    public required string Label { get; set; }
}

public sealed class Circle : Shape
{
    public required double Radius { get; set; }
}

public sealed class Rectangle : Shape
{
    public required int Width { get; set; }

    public required int Height { get; set; }
}

public sealed class Photo
{
    public required string Name { get; set; }

    public required string ContentType { get; set; }

    public required long Length { get; set; }

    public string? Title { get; set; }
}

public sealed class Tick
{
    public required int Number { get; set; }

    public required string Text { get; set; }
}

public sealed class Caller
{
    public required string Name { get; set; }

    public string? Email { get; set; }
}
