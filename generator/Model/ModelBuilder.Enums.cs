using System.Text.Json.Nodes;

namespace OgGen.Generator.Model;

/// <content>Enumerations: open ones, as servers grow.</content>
internal sealed partial class ModelBuilder
{
    private static readonly string[] s_reservedEnumMembers =
    [
        "Value", "Known", "Read", "Write", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    private static EnumModel BuildEnum(string name, SchemaAt at)
    {
        JsonNode[] values = SchemaShape.EnumValues(at.Schema).Where(static value => !SchemaShape.IsNullNode(value)).ToArray()!;
        bool isString = SchemaShape.AsString(values[0]) is not null;
        var names = new NameScope(s_reservedEnumMembers.Append(name));
        return new EnumModel
        {
            Name = name,
            Doc = TypeDoc(at),
            IsDeprecated = at.Schema.Deprecated,
            IsString = isString,
            Values = values
                .Select(value => SchemaShape.AsString(value) ?? value.ToJsonString())
                .Distinct(StringComparer.Ordinal)
                .Select(value => new KnownValue(names.Take(ValueName(value), "Value"), value))
                .ToEquatable(),
        };
    }

    private static string ValueName(string value)
        => value.Length == 0 ? "Empty"
            : value[0] == '-' && value.Length > 1 && char.IsDigit(value[1]) ? "Minus" + value.Substring(1).Replace(".", "_")
            : value[0] == '+' && value.Length > 1 ? "Plus" + Naming.Pascal(value.Substring(1), "Value")
            : Naming.Pascal(value, "Value");
}
