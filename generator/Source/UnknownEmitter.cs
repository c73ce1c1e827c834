using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>
/// The variant for discriminators that the document does not know. It requires no member: a missing common member
/// has its type's default and is not written, one of another type is kept in the additional properties.
/// </summary>
internal static class UnknownEmitter
{
    public static void PrintMembers(CodeWriter writer, ObjectModel model)
    {
        DiscriminatorModel open = model.OpenDiscriminator!;
        writer.Write("private string _discriminator;").Blank();
        writer.Write("/// <summary>Initializes a new instance with nothing but its discriminator.</summary>");
        writer.Element("param", "What the service calls the variant.", $" name=\"{open.ParameterName.Name}\"");
        string keep = open.EnumName is null
            ? $"system::ArgumentNullException.ThrowIfNull({open.ParameterName.Escaped});\n    _discriminator = "
                + $"{open.ParameterName.Escaped};"
            : $"_discriminator = {open.ParameterName.Escaped}.Value;";
        writer.Write($$"""
            [SetsRequiredMembers]
            public {{model.Name}}({{open.EnumName ?? "string"}} {{open.ParameterName.Escaped}})
            {
                {{keep}}
            }

            public override {{open.EnumName ?? "string"}} {{open.Name}} => _discriminator;

            /// <summary>Why this is not the variant that it names.</summary>
            public string? {{model.MismatchName}} => WhyUnknown;
            """);

        foreach (PropertyModel property in model.Properties.Where(static property => property.NeedsPresence))
        {
            writer.Blank().Write($"private bool _has{property.Name};").Blank();
            if (property.IsDeprecated)
            {
                writer.Write("[system::Obsolete]");
            }

            writer.Write($$"""
                public override required {{MemberCode.Of(property).DeclaredType(property)}} {{property.Name}}
                {
                    get => base.{{property.Name}};
                    set
                    {
                        base.{{property.Name}} = value;
                        _has{{property.Name}} = true;
                    }
                }
                """);
        }

        PrintRead(writer.Blank(), model, open);
    }

    /// <summary>Adds the statement that writes a common member.</summary>
    public static void AddWrite(CodeWriter writer, PropertyModel property)
    {
        if (property.NeedsPresence || property.IsRequired)
        {
            writer.Add($"if ({IsSet(property)}) ");
        }

        PropertyEmitter.AddWrite(writer, property);
    }

    /// <summary>
    /// Writes the additional properties, but not the unreadable value of a common member that was set since: its name would stand
    /// twice, and the last one counts.
    /// </summary>
    public static void PrintWriteAdditional(CodeWriter writer, ObjectModel model)
    {
        DiscriminatorModel open = model.OpenDiscriminator!;
        IEnumerable<string> written = model.Properties.SelectMany(static property => AliasEmitter.Written(property, IsSet(property)));
        AliasEmitter.PrintWriteAdditional(
            writer, written.Prepend($"_discriminator.Length > 0 ? {CSharpText.Literal(open.JsonName)} : null"));
    }

    /// <summary>The condition under which a common member is there.</summary>
    public static string IsSet(PropertyModel property)
        => property.NeedsPresence ? "_has" + property.Name : PropertyEmitter.IsThere(property);

    private static void PrintRead(CodeWriter writer, ObjectModel model, DiscriminatorModel open)
    {
        writer.Write($$"""
            public static new {{model.Name}} Read(ref Utf8JsonReader reader)
            {
                StartObject(ref reader);
                return ReadMembers(ref reader);
            }
            """);
        string discriminator =
            $"value._discriminator = gen::JsonRead.UnknownDiscriminator(ref reader, value, {CSharpText.Literal(open.JsonName)}, "
                + "value._discriminator);";
        writer.Blank().Open($"internal static {model.Name} ReadMembers(ref Utf8JsonReader reader, bool isOnDiscriminator = false)");
        writer.Write($"var value = new {model.Name}(\"\");");
        ObjectEmitter.PrintStart(writer, model);
        ObjectEmitter.DeclareMembers(writer);
        writer.Write("if (isOnDiscriminator) " + discriminator);
        ObjectEmitter.OpenMembers(writer, isVariant: true);
        foreach (FixedDiscriminator outer in model.FixedDiscriminators)
        {
            ObjectEmitter.PrintMember(
                writer,
                [outer.JsonName],
                $"gen::JsonRead.Discriminator(ref reader, {CSharpText.Literal(outer.JsonName)}, {CSharpText.Literal(outer.Value)});");
        }

        ObjectEmitter.PrintMember(writer, [open.JsonName], discriminator);
        foreach (PropertyModel property in model.Properties)
        {
            PrintProperty(writer, property);
        }

        ObjectEmitter.CloseMembers(writer);
        writer.Write("return value;");
        writer.Close();
    }

    private static void PrintProperty(CodeWriter writer, PropertyModel property)
    {
        string member = "member" + property.Name;
        string kept = property.Type.IsInexact ? ", " + PropertyEmitter.Name(property).ToString() : "";
        string isRead = $"gen::JsonRead.TryMember<{TypeText.Arguments(property.Type)}>(ref reader, value{kept}, out var {member})";
        string[] names = AliasEmitter.Names(property);
        if (names.Length == 1)
        {
            ObjectEmitter.PrintMember(writer, names, $"if ({isRead}) value.{property.Name} = {member};");
            return;
        }

        for (int rank = 0; rank < names.Length; rank++)
        {
            string read =
                $"start = reader;\nif ({isRead} && {AliasEmitter.Keeps(property, names[rank], rank)}) value.{property.Name} = {member};";

            // A block of its own for the variable that each name declares.
            ObjectEmitter.PrintMember(writer, [names[rank]], $"{{\n{CodeWriter.Indent(read)}\n}}");
        }
    }
}
