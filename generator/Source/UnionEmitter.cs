using System.Globalization;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>An abstract class, of which the variants are sealed ones.</summary>
internal static class UnionEmitter
{
    public static void Print(CodeWriter writer, UnionModel model, string access, string converter)
    {
        DiscriminatorModel discriminator = model.Discriminator;
        TypeHeader.Print(writer, model, converter);
        writer.Open($"{access} abstract partial class {model.Name} : {model.BaseName ?? "json::ApiModel"}, gen::IJsonUnion<{model.Name}>");
        writer.Write($"private protected {model.Name}() {{ }}").Blank();
        if (model.Outer is { } outer)
        {
            writer.Write(ObjectEmitter.FixedDiscriminatorOverride(outer)).Blank();
        }

        string known = discriminator.EnumName is null ? " See <see cref=\"Known\"/>." : "";
        writer.Write($$"""
            /// <summary>What tells the variants apart: <c>{{CSharpText.Xml(discriminator.JsonName)}}</c> in JSON.{{known}}</summary>
            public abstract {{discriminator.EnumName ?? "string"}} {{discriminator.Name}} { get; }
            """);

        foreach (PropertyModel property in model.Properties)
        {
            // The variant for unknown discriminators has to tell a value that was never there from its type's default.
            PropertyEmitter.PrintDeclaration(writer.Blank(), property, isVirtual: property.NeedsPresence);
        }

        if (discriminator.EnumName is null)
        {
            PrintKnown(writer, model);
        }

        PrintRead(writer, model);
        PrintMatch(writer, model);
        writer.Close();
    }

    private static void PrintKnown(CodeWriter writer, UnionModel model)
    {
        writer.Blank().Write($"/// <summary>The documented values of <see cref=\"{model.Discriminator.Name}\"/>.</summary>");
        writer.Open($"public {(model.HidesConstants ? "new " : "")}static class Known");
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
            public static {{hides}}{{model.Name}} Read(ref Utf8JsonReader reader) => gen::UnionReader.Read<{{model.Name}}>(ref reader);
            """);
        writer.Blank().Open($"static {model.Name} gen::IJsonUnion<{model.Name}>.ReadVariant(ref Utf8JsonReader reader, bool isUnknown)");
        writer.Write($"if (isUnknown) return {model.Unknown.Name}.ReadMembers(ref reader);").Blank();
        writer.Open(
            $"if (gen::JsonRead.FindDiscriminator(ref reader, {CSharpText.Utf8Literal(model.Discriminator.JsonName)}, out var key, out "
                + "bool isFirst))");
        writer.Open("switch (key.Length)");
        foreach (string key in model.Variants.SelectMany(static variant => variant.Keys).Distinct())
        {
            writer.Write(
                CSharpText.Case("key", key)
                    + $" return {ReadCall(model.Variants.Where(variant => variant.Keys.Contains(key)).ToArray(), key)};");
        }

        writer.Close().Close();
        writer.Blank().Write($"return {model.Unknown.Name}.ReadMembers(ref reader, isFirst);");
        writer.Close();
    }

    /// <summary>Reads the variant that a value stands for. Several are told apart by the members that they require.</summary>
    private static string ReadCall(VariantModel[] variants, string key)
    {
        string[] reads = Array.ConvertAll(variants, variant =>
        {
            string read = variant.IsUnion ? $"gen::UnionReader.ReadMembers<{variant.TypeName}>" : variant.TypeName + ".ReadMembers";
            return $"{read}(ref reader{(variant.TakesKey ? ", " + CSharpText.Literal(key) : "")})";
        });
        if (reads.Length == 1)
        {
            return reads[0];
        }

        string required = string.Join(
            ", ", variants.Select(static variant => $"[{string.Join(", ", variant.RequiredMembers.Select(CSharpText.Literal))}]"));
        string cases = string.Join(
            ", ", reads.Select((read, i) => $"{(i + 1 < reads.Length ? i.ToString(CultureInfo.InvariantCulture) : "_")} => {read}"));
        return $"gen::JsonRead.SeeVariant(ref reader, [{required}]) switch {{ {cases} }}";
    }

    private static void PrintMatch(CodeWriter writer, UnionModel model)
    {
        (string Type, string Name)[] cases = model.Variants
            .Select(static variant => (variant.TypeName, variant.ParameterName.Escaped))
            .Append((model.Unknown.Name, "unknown"))
            .ToArray();

        // A class before its base, which would match as well.
        (string Type, string Name)[] tested = model.Variants
            .OrderByDescending(static variant => variant.Level)
            .Select(static variant => (variant.TypeName, variant.ParameterName.Escaped))
            .Append((model.Unknown.Name, "unknown"))
            .ToArray();
        writer.Blank().Write("/// <summary>Chooses by variant; each has its function.</summary>");
        writer.Write("public TResult Match<TResult>(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Func<{c.Type}, TResult> {c.Name}")) + ")");
        writer.Indented("=> this switch");
        writer.Indented("{");
        writer.Indented(string.Join("\n", tested.Select(static c => $"    {c.Type} value => {c.Name}(value),")));
        writer.Indented("    _ => throw new system::InvalidOperationException(),");
        writer.Indented("};");

        writer.Blank().Write("/// <summary>Acts by variant; each has its action.</summary>");
        writer.Write("public void Switch(");
        writer.Indented(string.Join(",\n", cases.Select(static c => $"system::Action<{c.Type}> {c.Name}")) + ")");
        writer.OpenBlock().Open("switch (this)");
        foreach ((string type, string name) in tested)
        {
            writer.Write($"case {type} value: {name}(value); break;");
        }

        writer.Close().Close();
    }
}
