using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds enumerations. They are open, because services add values.</summary>
internal static class EnumBuilder
{
    public static EnumModel Build(string name, SchemaNode node, SchemaGraph schemas, DocModel doc, bool isDeprecated, Problems problems)
    {
        JsonNode?[] values = schemas.EnumValues(node.Schema).ToArray();
        ReportRepeated(values, node.Pointer + "/enum", problems);
        return new EnumModel
        {
            Name = name,
            Doc = doc,
            IsDeprecated = isDeprecated,
            IsString = schemas.IsStringEnum(node.Schema),
            Values = BuildValues(name, node, values, EnumNames.Of(schemas, node.Schema), problems).ToEquatable(),
        };
    }

    private static IEnumerable<EnumValue> BuildValues(
        string typeName, SchemaNode node, JsonNode?[] values, Dictionary<string, string> given, Problems problems)
    {
        var names = new NameScope([typeName], never: ReservedNames.Enums);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (!JsonConstant.IsNull(values[i])
                && (JsonConstant.AsString(values[i]) ?? values[i]!.ToJsonString()) is var value
                && seen.Add(value))
            {
                string wanted = given.Count > 0 && given.TryGetValue(values[i]!.ToJsonString(), out string? called)
                    ? CSharpName.Pascal(called, "Value")
                    : CSharpName.Value(value);
                string assigned = names.Assign(wanted, "Value", Pointers.Child(node.Pointer + "/enum", i), problems);
                yield return new EnumValue(assigned, value, IsSaidByName(assigned, value));
            }
        }
    }

    private static bool IsSaidByName(string name, string value)
        => value.Replace("_", "").Replace("-", "").Replace(" ", "").Equals(name, StringComparison.OrdinalIgnoreCase);

    private static void ReportRepeated(JsonNode?[] values, string pointer, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < values.Length; i++)
        {
            if (!seen.Add(values[i]?.ToJsonString() ?? "null"))
            {
                string value = JsonConstant.AsString(values[i]) ?? values[i]?.ToJsonString() ?? "null";
                problems.Report(
                    Descriptors.Invalid,
                    Pointers.Child(pointer, i),
                    $"The value '{value}' stands twice in an enumeration; it is one value");
            }
        }
    }
}
