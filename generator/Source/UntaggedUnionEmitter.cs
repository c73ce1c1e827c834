using System.Globalization;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>Emits untagged unions: classes that hold a value of one of several types.</summary>
internal static class UntaggedUnionEmitter
{
    public static void Print(CodeWriter writer, UntaggedUnionModel model, string access, string converter)
    {
        TypeHeader.Print(writer, model, converter);
        writer.Open($"{access} sealed partial class {model.Name} : json::ApiUntaggedUnion, gen::IJsonUntaggedUnion<{model.Name}>");
        writer.Write($$"""
            private {{model.Name}}(int @case, object value)
                : base(@case, value)
            {
            }
            """);

        for (int i = 0; i < model.Cases.Count; i++)
        {
            PrintCase(writer.Blank(), model, model.Cases[i], i.ToString(CultureInfo.InvariantCulture));
        }

        PrintRead(writer, model);
        PrintWrite(writer, model);
        PrintMatch(writer, model);
        writer.Close();
    }

    /// <summary>The shapes of the alternatives, and how each is read. The runtime selects one of them.</summary>
    private static void PrintRead(CodeWriter writer, UntaggedUnionModel model)
    {
        writer.Blank()
            .Write(
                $"public static {model.Name} Read(ref Utf8JsonReader reader) => gen::UntaggedUnionReader.Read<{model.Name}>(ref reader);");
        writer.Blank().Write($"static gen::UntaggedUnionCase[] gen::IJsonUntaggedUnion<{model.Name}>.Cases() =>");
        writer.Write("[");
        foreach (UntaggedUnionCase unionCase in model.Cases)
        {
            string kinds = EnumText.Of(unionCase.Kinds);
            string constants = string.Join(", ", unionCase.Constants.Select(static constant =>
                $"new({CSharpText.Literal(constant.JsonName)}, {List(constant.Values)})"));
            bool hasMembers = unionCase.RequiredMembers.Count + unionCase.OptionalMembers.Count + unionCase.Constants.Count > 0;
            string members = hasMembers
                ? $" {{ Required = {List(unionCase.RequiredMembers)}, Optional = {List(unionCase.OptionalMembers)}, Constants = "
                    + $"[{constants}] }}"
                : unionCase.Values.Count > 0 ? $" {{ Values = {List(unionCase.Values)} }}"
                : "";
            writer.Indented($"new({kinds}){members},");
        }

        writer.Write("];");
        writer.Blank()
            .Write(
                $"static {model.Name} gen::IJsonUntaggedUnion<{model.Name}>.ReadCase(ref Utf8JsonReader reader, int index, ref bool "
                    + $"isInexact) => index switch");
        writer.Write("{");
        for (int i = 0; i < model.Cases.Count; i++)
        {
            string index = i.ToString(CultureInfo.InvariantCulture);
            writer.Indented($"{index} => new({index}, {TypeText.Codec(model.Cases[i].Type)}.Read(ref reader, ref isInexact)),");
        }

        writer.Indented("_ => new(Raw, gen::JsonElementCodec.Read(ref reader)),");
        writer.Write("};");
    }

    private static void PrintCase(CodeWriter writer, UntaggedUnionModel model, UntaggedUnionCase unionCase, string index)
    {
        writer.Doc(unionCase.Doc);
        writer.Write(
            $"public {TypeText.NullableName(unionCase.Type)} {unionCase.Name} => Case == {index} ? "
                + $"({TypeText.NullableName(unionCase.Type)})Value : null;");
        writer.Blank()
            .Write($"public static implicit operator {model.Name}({TypeText.Name(unionCase.Type)} value) => new({index}, value);");
    }

    private static void PrintWrite(CodeWriter writer, UntaggedUnionModel model)
    {
        writer.Blank().Open("public override void Write(Utf8JsonWriter writer, JsonWriteMode mode = JsonWriteMode.Full)");
        if (model.Cases.Any(static unionCase => unionCase.Type.IsInexact))
        {
            writer.Write("if (WroteOriginal(writer, mode)) return;");
        }

        writer.Open("switch (Case)");
        for (int i = 0; i < model.Cases.Count; i++)
        {
            TypeRef type = model.Cases[i].Type;
            writer.Write(
                $"case {i.ToString(CultureInfo.InvariantCulture)}: {TypeText.Codec(type)}.Write(writer, ({TypeText.Name(type)})Value, "
                    + $"mode); break;");
        }

        writer.Write("default: gen::JsonElementCodec.Write(writer, (system::Text.Json.JsonElement)Value, mode); break;");
        writer.Close().Close();
    }

    private static void PrintMatch(CodeWriter writer, UntaggedUnionModel model)
    {
        (string Type, string Name)[] cases = model.Cases
            .Select(static unionCase => (TypeText.Name(unionCase.Type), unionCase.ParameterName.Escaped))
            .Append(("system::Text.Json.JsonElement", "json"))
            .ToArray();
        writer.Blank().Write("/// <summary>Chooses by type: the compiler sees to it that none is forgotten.</summary>");
        writer.Write("public TResult Match<TResult>(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Func<{c.Type}, TResult> {c.Name}")) + ")");
        writer.Indented("=> Case switch");
        writer.Indented("{");
        for (int i = 0; i < cases.Length; i++)
        {
            string pattern = i < model.Cases.Count ? i.ToString(CultureInfo.InvariantCulture) : "_";
            writer.Indented($"    {pattern} => {cases[i].Name}(({cases[i].Type})Value),");
        }

        writer.Indented("};");
        writer.Blank().Write("/// <summary>Acts by type: the compiler sees to it that none is forgotten.</summary>");
        writer.Write("public void Switch(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Action<{c.Type}> {c.Name}")) + ")");
        writer.OpenBlock().Open("switch (Case)");
        for (int i = 0; i < cases.Length; i++)
        {
            string label = i < model.Cases.Count ? "case " + i.ToString(CultureInfo.InvariantCulture) : "default";
            writer.Write($"{label}: {cases[i].Name}(({cases[i].Type})Value); break;");
        }

        writer.Close().Close();
    }

    private static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(CSharpText.Literal)) + "]";
}
