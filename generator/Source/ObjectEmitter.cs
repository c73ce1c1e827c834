using System.Globalization;
using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A class with properties: a plain object or a variant of a union.</summary>
internal static class ObjectEmitter
{
    private const int SeenBits = 64;

    public static void Print(CodeWriter writer, ObjectModel model, string access, string converter)
    {
        TypeHeader.Print(writer, model, converter);
        writer.Open(
            $"{access} {(model.Derived.Count == 0 ? "sealed " : "")}partial class {model.Name} : {model.BaseName ?? "json::ApiModel"}, "
                + $"json::IJsonModel<{model.Name}>");
        if (model.IsUnknown)
        {
            UnknownEmitter.PrintMembers(writer, model);
        }
        else
        {
            PrintConstructors(writer, model);
            foreach (PropertyModel property in model.Properties)
            {
                if (!property.IsInherited)
                {
                    PropertyEmitter.PrintDeclaration(writer, property, isVirtual: false);
                    writer.Blank();
                }
            }

            if (model.Extra is { } extra && !model.InheritsExtra)
            {
                PrintExtra(writer, extra, isInherited: model.Derived.Count > 0);
            }

            PrintRead(writer, model);
        }

        PrintWrite(writer.Blank(), model);
        if (model.IsUnknown)
        {
            UnknownEmitter.PrintWriteAdditional(writer.Blank(), model);
        }
        else
        {
            AliasEmitter.PrintWriteAdditional(writer, model);
        }

        writer.Close();
    }

    /// <summary>Declares what the members with several names need while an object is read.</summary>
    public static void PrintStart(CodeWriter writer, ObjectModel model)
    {
        if (model.IsUnknown && model.Properties.Any(AliasEmitter.HasAliases))
        {
            writer.Write("var start = reader;");
        }

        AliasEmitter.PrintStart(writer, model);
    }

    private static void PrintExtra(CodeWriter writer, TypeRef extra, bool isInherited)
    {
        string type = TypeText.Name(new MapRef(extra));
        writer.Write($$"""
            private {{(isInherited ? "protected " : "")}}{{type}}? _extraProperties;

            /// <summary>Members that have no property of their own, by name. One of another type is among the additional properties.</summary>
            public {{type}} ExtraProperties => _extraProperties ??= new(system::StringComparer.Ordinal);
            """).Blank();
    }

    private static void PrintConstructors(CodeWriter writer, ObjectModel model)
    {
        if (model.OpenDiscriminator is { Default: { } key })
        {
            writer.Write($"private string? _discriminator = {CSharpText.Literal(key)};").Blank();
        }

        if (model.OpenDiscriminator is { Default: null } open)
        {
            string known = string.Join(" or ", open.Values.Select(static value => CSharpText.Literal(value.Value)));
            string text = open.ParameterName.Escaped + (open.EnumName is null ? "" : ".Value");
            writer.Write("private string? _discriminator;").Blank();
            writer.Write("/// <summary>Initializes a new instance without values.</summary>");
            writer.Element(
                "param",
                "One of " + string.Join(", ", open.Values.Select(static value => CodeSpans.Quote(value.Value))) + ".",
                $" name=\"{open.ParameterName.Name}\"");
            writer.Write($$"""
                /// <exception cref="system::ArgumentException">The value stands for another variant.</exception>
                public {{model.Name}}({{open.EnumName ?? "string"}} {{open.ParameterName.Escaped}})
                {
                    _discriminator = {{text}} is {{known}}
                        ? {{text}}
                        : throw new system::ArgumentException("The value stands for another variant.", {{CSharpText.Literal(open.ParameterName.Name)}});
                }
                """).Blank();
        }
        else if (model.HasReaderConstructor)
        {
            writer.Write($"public {model.Name}() {{ }}").Blank();
        }

        if (model is { OpenDiscriminator: { Default: null }, Derived.Count: > 0 })
        {
            writer.Write($"private protected {model.Name}() {{ }}").Blank();
        }

        if (model.HasReaderConstructor)
        {
            writer.Write($$"""
                // Read checks what is required.
                [SetsRequiredMembers] private {{model.Name}}(ref Utf8JsonReader _) { }
                """).Blank();
        }

        if (model.BaseName is not null)
        {
            PrintDiscriminator(writer, model);
        }
    }

    private static void PrintDiscriminator(CodeWriter writer, ObjectModel model)
    {
        writer.Write(model.OpenDiscriminator is { } open
            ? $"public override {open.EnumName ?? "string"} {open.Name} => _discriminator ?? \"\";"
            : FixedDiscriminatorOverride(
                model.FixedDiscriminators[model.FixedDiscriminators.Count - 1], isSealed: model.Derived.Count == 0));
        writer.Blank();
    }

    /// <summary>A variant's discriminator is a constant: no object pays a field for it.</summary>
    public static string FixedDiscriminatorOverride(FixedDiscriminator discriminator, bool isSealed = true)
        => $"public {(isSealed ? "sealed " : "")}override {discriminator.EnumName ?? "string"} {discriminator.Name} => "
            + $"{CSharpText.Literal(discriminator.Value)};";

    private static void PrintRead(CodeWriter writer, ObjectModel model)
    {
        int words = (model.RequiredNames.Count + SeenBits - 1) / SeenBits;
        PrintReadStart(writer, model);
        writer.Write($"var value = new {model.Name}({(model.HasReaderConstructor ? "ref reader" : "")});");
        for (int word = 0; word < words; word++)
        {
            writer.Write($"ulong {Seen(word)} = 0;");
        }

        if (model.OpenDiscriminator is { } known)
        {
            PrintKey(writer, model, known);
        }

        PrintStart(writer, model);
        bool isVariant = model.BaseName is not null;
        if (isVariant)
        {
            DeclareMembers(writer);
        }

        bool hasCases = model.Properties.Count + model.FixedDiscriminators.Count > 0 || model.OpenDiscriminator is not null;
        OpenMembers(writer, isVariant, hasCases);
        foreach (FixedDiscriminator discriminator in model.FixedDiscriminators)
        {
            PrintMember(
                writer,
                discriminator.JsonName,
                $"gen::JsonRead.Discriminator(ref reader, {CSharpText.Literal(discriminator.JsonName)}, "
                    + $"{CSharpText.Literal(discriminator.Value)});");
        }

        if (model.OpenDiscriminator is { } open)
        {
            string keys = string.Join(", ", open.Values.Select(static value => CSharpText.Literal(value.Value)));
            PrintMember(
                writer,
                open.JsonName,
                open.IsOverridable
                    ? $"value._discriminator = gen::JsonRead.OverridableDiscriminator(ref reader, {CSharpText.Literal(open.JsonName)}, "
                        + "value._discriminator);"
                    : $"value._discriminator = gen::JsonRead.Discriminator(ref reader, {CSharpText.Literal(open.JsonName)}, "
                        + $"value._discriminator, [{keys}]);",
                open.IsOverridable ? "" : MarkSeen(model.RequiredNames.Count - 1));
        }

        foreach (PropertyModel property in model.Properties)
        {
            PrintProperty(writer, property);
        }

        CloseMembers(writer, hasCases, model.Extra);
        for (int word = 0; word < words; word++)
        {
            PrintRequiredCheck(writer, model, word);
        }

        writer.Write("return value;");
        writer.Close();
    }

    private static void PrintProperty(CodeWriter writer, PropertyModel property)
    {
        if (!AliasEmitter.HasAliases(property))
        {
            // A member is a line: on lines of their own, the indentation of these would be a large part of a client's text.
            CSharpText.AddCase(writer, "name", property.JsonName);
            writer.Add($" ");
            PropertyEmitter.AddRead(writer, property);
            writer.Add($" ");
            if (property.SeenBit >= 0)
            {
                AddMarkSeen(writer, property.SeenBit);
                writer.Add($" ");
            }

            writer.Write("break;");
            return;
        }

        string[] names = AliasEmitter.Names(property);
        for (int rank = 0; rank < names.Length; rank++)
        {
            writer.Write(CSharpText.Case("name", names[rank])).OpenLevel();
            writer.Open($"if ({AliasEmitter.Takes(property, names[rank], rank)})");
            PropertyEmitter.AddRead(writer, property);
            writer.Blank();
            if (property.SeenBit >= 0)
            {
                AddMarkSeen(writer, property.SeenBit);
                writer.Blank();
            }

            writer.Close().Write("break;").CloseLevel();
        }
    }

    /// <summary>Keeps the value by which the union has found this variant; there is none where it is read by itself.</summary>
    private static void PrintKey(CodeWriter writer, ObjectModel model, DiscriminatorModel discriminator)
    {
        if (discriminator.IsOverridable)
        {
            writer.Write("value._discriminator = key;").Blank();
            return;
        }

        writer.Blank().Open("if (key is not null)");
        writer.Write("value._discriminator = key;");
        writer.Write(MarkSeen(model.RequiredNames.Count - 1));
        writer.Close().Blank();
    }

    /// <summary>
    /// Opens the reader. A variant has a second way in for its union, which has read the discriminator already where it came first.
    /// </summary>
    private static void PrintReadStart(CodeWriter writer, ObjectModel model)
    {
        bool isOpen = model.OpenDiscriminator is not null;
        writer.Open($"public static {(model.BaseName is null ? "" : "new ")}{model.Name} Read(ref Utf8JsonReader reader)");
        writer.Write("StartObject(ref reader);");
        PrintDerived(writer, model);
        if (model.BaseName is not null)
        {
            writer.Write($"return ReadMembers(ref reader{(isOpen ? ", null" : "")});").Close().Blank();
            writer.Open(
                $"internal static {(model.HidesReader ? "new " : "")}{model.Name} ReadMembers(ref Utf8JsonReader "
                    + $"reader{(isOpen ? ", string? key" : "")})");
        }
    }

    /// <summary>An object that names one of the derived types is one.</summary>
    private static void PrintDerived(CodeWriter writer, ObjectModel model)
    {
        if (model.Derived.Count == 0)
        {
            return;
        }

        string discriminator = model.OpenDiscriminator?.JsonName ?? model.FixedDiscriminators[model.FixedDiscriminators.Count - 1].JsonName;
        writer.Open($"if (gen::JsonRead.SeeDiscriminator(ref reader, {CSharpText.Utf8Literal(discriminator)}, out var key))");
        writer.Open("switch (key.Length)");
        foreach (DerivedModel derived in model.Derived)
        {
            foreach (string key in derived.Keys)
            {
                writer.Write(
                    CSharpText.Case("key", key)
                        + $" return {derived.TypeName}.ReadMembers(ref reader{(derived.TakesKey ? ", null" : "")});");
            }
        }

        writer.Close().Close().Blank();
    }

    /// <summary>Declares the members of a variant: its union may have moved the reader to the first of them already.</summary>
    public static void DeclareMembers(CodeWriter writer) => writer.Write("var members = new gen::ObjectMembers(in reader);");

    /// <summary>Opens the loop over members.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="isVariant">Whether the members were declared.</param>
    /// <param name="hasCases">Whether the loop tells members apart by their names.</param>
    public static void OpenMembers(CodeWriter writer, bool isVariant, bool hasCases = true)
    {
        string move = isVariant ? "members.MoveNext" : "NextMember";
        writer.Blank().Open($"while ({move}(ref reader, out {(hasCases ? "var name" : "_")}))");
        if (hasCases)
        {
            writer.Open("switch (name.Length)");
        }
    }

    /// <summary>Closes the loop over members; what no case took is additional.</summary>
    public static void CloseMembers(CodeWriter writer, bool hasCases = true, TypeRef? extra = null)
    {
        string read = extra is null
            ? "gen::JsonRead.Additional(ref reader, value);"
            : $"gen::JsonRead.Extra<{TypeText.Arguments(extra)}>(ref reader, value, value.ExtraProperties);";
        if (hasCases)
        {
            writer.Write($"default: {read} break;").Close();
        }
        else
        {
            writer.Write(read);
        }

        writer.Close().Blank();
    }

    public static void PrintMember(CodeWriter writer, IEnumerable<string> names, string read)
        => PrintCase(writer, string.Join("\n", names.Select(static name => CSharpText.Case("name", name))), read, "");

    private static void PrintMember(CodeWriter writer, string name, string read, string mark = "")
        => PrintCase(writer, CSharpText.Case("name", name), read, mark);

    private static void PrintCase(CodeWriter writer, string labels, string read, string mark)
    {
        if (read.Contains('\n'))
        {
            writer.Write(labels);
            writer.Indented(mark.Length > 0 ? $"{read}\n{mark}\nbreak;" : $"{read}\nbreak;");
        }
        else
        {
            // A line, as for each property.
            writer.Write($"{labels} {read} {mark}{(mark.Length > 0 ? " " : "")}break;");
        }
    }

    private static void PrintRequiredCheck(CodeWriter writer, ObjectModel model, int word)
    {
        string[] names = model.RequiredNames.Skip(word * SeenBits).Take(SeenBits).ToArray();
        ulong all = names.Length == SeenBits ? ulong.MaxValue : (1UL << names.Length) - 1;
        writer.Write(
            $"if ({Seen(word)} != 0x{all.ToString("X", CultureInfo.InvariantCulture)}) gen::JsonFault.Missing(ref reader, {Seen(word)}, "
                + $"{string.Join(", ", names.Select(CSharpText.Literal))});");
    }

    private static string MarkSeen(int bit) => $"{Seen(bit / SeenBits)} |= 0x{Bit(bit)};";

    private static void AddMarkSeen(CodeWriter writer, int bit) => writer.Add($"{Seen(bit / SeenBits)} |= 0x{Bit(bit)};");

    private static string Bit(int bit) => (1UL << (bit % SeenBits)).ToString("X", CultureInfo.InvariantCulture);

    private static string Seen(int word) => word == 0 ? "seen" : "seen" + word.ToString(CultureInfo.InvariantCulture);

    private static void PrintWrite(CodeWriter writer, ObjectModel model)
    {
        writer.Open("protected override void WriteMembers(gen::MemberWriter writer)");
        foreach (FixedDiscriminator discriminator in model.FixedDiscriminators)
        {
            writer.Write(
                $"writer.WriteConstant({CSharpText.Utf8Literal(discriminator.JsonName)}, {CSharpText.Utf8Literal(discriminator.Value)});");
        }

        if (model.OpenDiscriminator is { } open)
        {
            string write = $"writer.WriteString({CSharpText.Utf8Literal(open.JsonName)}, _discriminator);";
            writer.Write(model.IsUnknown ? $"if (_discriminator.Length > 0) {write}" : $"if (_discriminator is not null) {write}");
        }

        foreach (PropertyModel property in model.Properties)
        {
            writer.Add($"{(MemberCode.Of(property).IsLeftOutOfRequests ? "if (writer.Mode != JsonWriteMode.Request) " : "")}");
            AliasEmitter.AddWrite(
                writer,
                property,
                model.IsUnknown ? UnknownEmitter.IsSet : PropertyEmitter.IsSet,
                model.IsUnknown ? UnknownEmitter.AddWrite : PropertyEmitter.AddWrite);
            writer.Blank();
        }

        if (model.Extra is { } extra)
        {
            writer.Write($"writer.WriteExtra<{TypeText.Arguments(extra)}>(_extraProperties);");
        }

        writer.Close();
    }
}
