using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>An abstract class, of which the variants are sealed ones.</summary>
internal static class UnionEmitter
{
    public static void Print(CodeWriter writer, UnionModel model, string access)
    {
        DiscriminatorModel discriminator = model.Discriminator;
        TypeHeader.Print(writer, model);
        writer.Open($"{access} abstract partial class {model.Name} : {model.BaseName ?? "json::ApiModel"}, json::IJsonUnion<{model.Name}>");
        writer.Write($"private protected {model.Name}() {{ }}").Blank();
        if (model.Outer is { } outer)
        {
            writer.Write(ObjectEmitter.FixedDiscriminatorOverride(outer)).Blank();
        }

        writer.Write($$"""
            /// <summary>What tells the variants apart: <c>{{CSharpText.Xml(discriminator.JsonName)}}</c> in JSON. See <see cref="Known"/>.</summary>
            public abstract string {{discriminator.Name}} { get; }
            """);

        foreach (PropertyModel property in model.Properties)
        {
            // The variant for unknown discriminators has to tell a value that was never there from its type's default.
            PropertyEmitter.PrintDeclaration(writer.Blank(), property, isVirtual: property.NeedsPresence);
        }

        PrintKnown(writer, model);
        PrintRead(writer, model);
        PrintMatch(writer, model);
        writer.Close();
    }

    private static void PrintKnown(CodeWriter writer, UnionModel model)
    {
        writer.Blank().Write($"/// <summary>The documented values of <see cref=\"{model.Discriminator.Name}\"/>.</summary>");
        writer.Open($"public {(model.BaseName is null ? "" : "new ")}static class Known");
        foreach (KnownValue value in model.Discriminator.Values)
        {
            writer.Write($"public const string {value.Name} = {CSharpText.Literal(value.Value)};");
        }

        writer.Close();
    }

    private static void PrintRead(CodeWriter writer, UnionModel model)
    {
        string hides = model.BaseName is null ? "" : "new ";
        writer.Blank().Write($$"""
            public static {{hides}}{{model.Name}} Read(ref Utf8JsonReader reader) => json::UnionReader.Read<{{model.Name}}>(ref reader);
            """);
        writer.Blank().Open($"static {model.Name} json::IJsonUnion<{model.Name}>.ReadVariant(ref Utf8JsonReader reader, bool isUnknown)");
        writer.Open($"if (json::JsonRead.FindDiscriminator(ref reader, {CSharpText.Utf8Literal(model.Discriminator.JsonName)}, out var key, out bool isFirst) && !isUnknown)");
        writer.Open("switch (key.Length)");
        foreach (VariantModel variant in model.Variants)
        {
            foreach (string key in variant.Keys)
            {
                string argument = variant.TakesKey ? ", " + CSharpText.Literal(key) : "";
                string read = variant.IsUnion ? $"json::UnionReader.ReadMembers<{variant.TypeName}>" : variant.TypeName + ".ReadMembers";
                writer.Write(CSharpText.Case("key", key) + $" return {read}(ref reader{argument});");
            }
        }

        writer.Close().Close();
        writer.Blank().Write($"return {model.Unknown.Name}.ReadMembers(ref reader, isFirst);");
        writer.Close();
    }

    private static void PrintMatch(CodeWriter writer, UnionModel model)
    {
        (string Type, string Name)[] cases = model.Variants
            .Select(static variant => (variant.TypeName, variant.ParameterName.Escaped))
            .Append((model.Unknown.Name, "unknown"))
            .ToArray();
        writer.Blank().Write("/// <summary>Chooses by variant; each has its function.</summary>");
        writer.Write("public TResult Match<TResult>(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Func<{c.Type}, TResult> {c.Name}")) + ")");
        writer.Indented("=> this switch");
        writer.Indented("{");
        writer.Indented(string.Join("\n", cases.Select(static c => $"    {c.Type} value => {c.Name}(value),")));
        writer.Indented("    _ => throw new system::InvalidOperationException(),");
        writer.Indented("};");

        writer.Blank().Write("/// <summary>Acts by variant; each has its action.</summary>");
        writer.Write("public void Switch(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Action<{c.Type}> {c.Name}")) + ")");
        writer.OpenBlock().Open("switch (this)");
        foreach ((string type, string name) in cases)
        {
            writer.Write($"case {type} value: {name}(value); break;");
        }

        writer.Close().Close();
    }
}
