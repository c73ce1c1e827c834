using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>
/// The methods by which <c>ApiModel</c> reads and writes members of the types that are met most. Most lines of a client are such calls:
/// their length is a good part of its size.
/// </summary>
internal sealed class MemberMethods
{
    // By what the names of the methods end.
    private readonly string _kind;
    private string _type = "";
    private bool _takesMode;
    private bool _isExact = true;

    private MemberMethods(string kind) => _kind = kind;

    /// <summary>The methods for a member; null if there are none.</summary>
    public static MemberMethods? Of(PropertyModel property)
    {
        TypeRef type = property.Type;
        if (property.IsThreeState)
        {
            return null;
        }

        return type switch
        {
            { IsNullable: true } => null,
            ModelRef model => new(model.IsStruct && (property.IsNullable || !property.IsRequired) ? "Enum" : "Object") { _type = model.Name, _takesMode = true },
            ListRef { IsReadOnly: false, Item: ModelRef { IsNullable: false } item } => new("List") { _type = item.Name, _takesMode = true },
            ListRef { IsReadOnly: false, Item: ScalarRef { Kind: ScalarKind.String, IsNullable: false } } => new("Strings") { _takesMode = true },
            ScalarRef { Kind: ScalarKind.String or ScalarKind.Uri or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 } scalar => new(scalar.Kind.ToString()),
            ScalarRef { Kind: ScalarKind.Double or ScalarKind.DateTime } scalar => new(scalar.Kind.ToString()) { _isExact = false },
            _ => null,
        };
    }

    /// <summary>The expression that reads a member; the reader stands on its name.</summary>
    public string Read(PropertyModel property)
    {
        string typed = _type.Length > 0 ? $"<{_type}>" : "";
        string name = _isExact ? "" : ", " + PropertyEmitter.Name(property);
        string target = _isExact ? "" : "value.";
        return property switch
        {
            { IsRequired: true, IsNullable: false } => $"{target}Read{_kind}{typed}(ref reader{name})",
            { IsRequired: false, IsNullable: true } => $"value.Read{_kind}OrNull{typed}(ref reader{name}, {PropertyEmitter.Index(property)})",
            _ => $"{target}ReadOptional{_kind}{typed}(ref reader{name})",
        };
    }

    /// <summary>The statement that writes a member.</summary>
    public string Write(PropertyModel property)
    {
        (string prefix, string suffix, string index) = property switch
        {
            { IsRequired: true, IsNullable: false } => ("", "", ""),
            { IsRequired: true } => ("Nullable", "", ""),
            { IsNullable: true } => ("", "OrNull", ", " + PropertyEmitter.Index(property)),
            _ => ("Optional", "", ""),
        };
        return $"Write{prefix}{_kind}{suffix}(writer, {PropertyEmitter.Name(property)}, {property.Name}{index}{(_takesMode ? ", mode" : "")});";
    }
}
