using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>Enumerations: open ones, as servers grow.</content>
internal sealed partial class ModelBuilder
{
    private static readonly string[] s_reservedEnumMembers =
    [
        "Value", "Known", "Read", "Write", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "JsonWriteMode", "PrintMembers", "Clone",
    ];

    private EnumModel BuildEnum(string name, SchemaNode at)
    {
        JsonNode?[] all = _schemas.EnumValues(at.Schema).ToArray();
        ReportRepeated(all, at.Pointer + "/enum");
        return new EnumModel
        {
            Name = name,
            Doc = TypeDoc(at),
            IsDeprecated = at.Schema.Deprecated,
            IsString = _schemas.IsStringEnum(at.Schema),
            Values = BuildValues(name, at, all).ToEquatable(),
        };
    }

    private IEnumerable<EnumValue> BuildValues(string typeName, SchemaNode at, JsonNode?[] all)
    {
        var names = new NameScope(s_reservedEnumMembers.Append(typeName));
        Dictionary<string, string> given = EnumNames.Of(_schemas, at.Schema);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            if (!JsonConstant.IsNull(all[i]) && (JsonConstant.AsString(all[i]) ?? all[i]!.ToJsonString()) is var value && seen.Add(value))
            {
                string wanted = given.TryGetValue(all[i]!.ToJsonString(), out string? called) ? CSharpName.Pascal(called, "Value") : CSharpName.Value(value);
                string taken = Take(names, wanted, "Value", Pointers.Child(at.Pointer + "/enum", i));
                yield return new EnumValue(taken, value, IsSaidByName(taken, value));
            }
        }
    }

    private static bool IsSaidByName(string name, string value)
        => value.Replace("_", "").Replace("-", "").Replace(" ", "").Equals(name, StringComparison.OrdinalIgnoreCase);

    private void ReportRepeated(JsonNode?[] values, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (!seen.Add(values[i]?.ToJsonString() ?? "null"))
            {
                Report(Descriptors.Invalid, Pointers.Child(pointer, i), $"The value '{JsonConstant.AsString(values[i]) ?? values[i]?.ToJsonString() ?? "null"}' stands twice in an enumeration; it is one value");
            }
        }
    }
}
