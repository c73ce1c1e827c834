using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;

namespace OgGen.Generator.Model;

/// <content>Enumerations: open ones, as servers grow.</content>
internal sealed partial class ModelBuilder
{
    private static readonly string[] s_reservedEnumMembers =
    [
        "Value", "Known", "Read", "Write", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    private EnumModel BuildEnum(string name, SchemaAt at)
    {
        JsonNode?[] all = SchemaShape.EnumValues(at.Schema).ToArray();
        JsonNode[] values = all.Where(static value => !SchemaShape.IsNullNode(value)).ToArray()!;
        bool isString = SchemaShape.IsStringEnum(at.Schema);
        ReportRepeated(all, at.Pointer + "/enum");
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
                .Select(value => new KnownValue(names.Take(Naming.Value(value), "Value"), value))
                .ToEquatable(),
        };
    }

    private void ReportRepeated(JsonNode?[] values, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (!seen.Add(values[i]?.ToJsonString() ?? "null"))
            {
                Report(Descriptors.Invalid, SpecText.Child(pointer, i), $"The value '{SchemaShape.AsString(values[i]) ?? values[i]?.ToJsonString() ?? "null"}' stands twice in an enumeration; it is one value");
            }
        }
    }
}
