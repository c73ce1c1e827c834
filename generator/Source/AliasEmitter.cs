using System.Globalization;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Members with several JSON names: how each name is read, and under which of them the member is written.</summary>
internal static class AliasEmitter
{
    public static bool HasAliases(PropertyModel property) => property.ReadAliases.Count > 0;

    /// <summary>Declares the state of the names of such members while an object is read.</summary>
    public static void PrintStart(CodeWriter writer, ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (!HasAliases(property))
            {
                continue;
            }

            // The variant for unknown discriminators takes a value by its type: null is none.
            string isRequired = property.Access == MemberAccess.Required && !model.IsUnknown ? "true" : "false";
            writer.Write($"var {State(property)} = new gen::MemberNames(isRequired: {isRequired}, writesAll: {Flag(property)});");
        }
    }

    /// <summary>The condition under which a value that follows is the member's, and has to be read.</summary>
    public static string Takes(PropertyModel property, string name, int rank)
        => $"gen::JsonRead.TakesName(ref reader, value, ref {State(property)}, {CSharpText.Literal(name)}, {Text(rank)})";

    /// <summary>The condition under which a value that was read is the member's.</summary>
    public static string Keeps(PropertyModel property, string name, int rank)
        => $"gen::JsonRead.KeepsName(in start, value, ref {State(property)}, {CSharpText.Literal(name)}, {Text(rank)})";

    /// <summary>
    /// Adds the statement that writes a member under the names that it was read by, else under its own one or under each.
    /// </summary>
    /// <param name="writer">The file.</param>
    /// <param name="property">The member.</param>
    /// <param name="isSet">The condition under which it is there.</param>
    /// <param name="addWrite">Adds the statement that writes it under the name that it has.</param>
    public static void AddWrite(
        CodeWriter writer, PropertyModel property, Func<PropertyModel, string> isSet, Action<CodeWriter, PropertyModel> addWrite)
    {
        if (!HasAliases(property))
        {
            addWrite(writer, property);
            return;
        }

        MemberCode code = MemberCode.Of(property);
        string arguments = code.IsDeclaredNullable ? TypeText.NullableArguments(property.Type) : code.Arguments(property);
        string value = property.Name + (code.UsesOptional ? ".GetValueOrDefault()" : "");
        string[] names = [property.JsonName, .. property.WritesAliases ? property.ReadAliases : []];
        writer.Add($"if (!writer.WroteNames<{arguments}>({value}, {isSet(property)}, {List(property)})){(names.Length > 1 ? " {" : "")}");
        foreach (string name in names)
        {
            writer.Add($" ");
            addWrite(writer, property with { JsonName = name });
        }

        writer.Add($"{(names.Length > 1 ? " }" : "")}");
    }

    /// <summary>
    /// Writes the additional properties, but none that has the name under which a member is written: it would be written twice.
    /// </summary>
    public static void PrintWriteAdditional(CodeWriter writer, ObjectModel model)
    {
        var written = new List<string>();
        foreach (PropertyModel property in model.Properties)
        {
            if (HasAliases(property))
            {
                written.AddRange(Written(property, PropertyEmitter.IsSet(property)));
            }
        }

        if (written.Count > 0)
        {
            PrintWriteAdditional(writer.Blank(), written);
        }
    }

    /// <summary>Writes the additional properties that have none of some names.</summary>
    public static void PrintWriteAdditional(CodeWriter writer, IEnumerable<string> names)
    {
        writer.Write("protected override void WriteAdditional(gen::MemberWriter writer)");
        writer.Indented($"=> writer.WriteAdditional([{string.Join(", ", names)}]);");
    }

    /// <summary>The names under which a member is written, each as an expression that is null where it is not.</summary>
    public static IEnumerable<string> Written(PropertyModel property, string isSet)
        => HasAliases(property)
            ? Names(property)
                .Select((name, rank) =>
                    $"{(isSet == "true" ? "" : isSet + " && ")}writer.WritesName({Text(rank)}, {Flag(property)}, {List(property)}) ? "
                        + $"{CSharpText.Literal(name)} : null")
            : [$"{isSet} ? {CSharpText.Literal(property.JsonName)} : null"];

    /// <summary>The JSON names that are read into a property, its own one first.</summary>
    public static string[] Names(PropertyModel property) => [.. property.ReadAliases.Prepend(property.JsonName)];

    private static string State(PropertyModel property) => "names" + property.Name;

    private static string List(PropertyModel property) => $"[{string.Join(", ", Names(property).Select(CSharpText.Literal))}]";

    private static string Flag(PropertyModel property) => property.WritesAliases ? "true" : "false";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
