using OgGen.Generator.Common;
using System.Text;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>How types are written in C#: their names and their codecs.</summary>
internal static class TypeText
{
    private const string Any = "system::Text.Json.JsonElement";
    private const string ModelCodec = "gen::ModelCodec<";

    /// <summary>The type itself.</summary>
    public static string Name(TypeRef type) => type switch
    {
        { IsNullable: true } => Print(type, AppendName),
        ScalarRef scalar => Scalar(scalar).Name,
        ModelRef model => model.Name,
        AnyJsonRef => Any,
        SecretRef secret => Name(secret.Inner),
        _ => Print(type, AppendName),
    };

    /// <summary>The type where a value may be missing.</summary>
    public static string NullableName(TypeRef type) => type.IsNullable ? Name(type) : Name(type) + "?";

    /// <summary>The codec of the type's JSON form.</summary>
    public static string Codec(TypeRef type) => type switch
    {
        { IsNullable: true } => Print(type, AppendCodec),
        ScalarRef scalar => Scalar(scalar).Codec,
        ModelRef model => $"{ModelCodec}{model.Name}>",
        _ => Print(type, AppendCodec),
    };

    /// <summary>The type and its codec, as type arguments.</summary>
    public static string Arguments(TypeRef type) => type switch
    {
        { IsNullable: true } => Print(type, AppendArguments),
        ScalarRef scalar => $"{Scalar(scalar).Name}, {Scalar(scalar).Codec}",
        ModelRef model => $"{model.Name}, {ModelCodec}{model.Name}>",
        _ => Print(type, AppendArguments),
    };

    /// <summary>The type where a value may be missing, and its codec, as type arguments.</summary>
    public static string NullableArguments(TypeRef type) => Print(type, AppendNullableArguments);

    private static string Print(TypeRef type, Action<StringBuilder, TypeRef> append)
    {
        var text = new StringBuilder();
        append(text, type);
        return text.ToString();
    }

    private static void AppendName(StringBuilder text, TypeRef type)
    {
        AppendOwnName(text, type);
        text.Append(type.IsNullable ? "?" : "");
    }

    private static void AppendCodec(StringBuilder text, TypeRef type)
    {
        if (type.IsNullable)
        {
            AppendNullableCodec(text, type);
        }
        else
        {
            AppendOwnCodec(text, type);
        }
    }

    private static void AppendArguments(StringBuilder text, TypeRef type)
    {
        AppendName(text, type);
        text.Append(", ");
        AppendCodec(text, type);
    }

    private static void AppendNullableArguments(StringBuilder text, TypeRef type)
    {
        AppendOwnName(text, type);
        text.Append("?, ");
        AppendNullableCodec(text, type);
    }

    private static void AppendNullableCodec(StringBuilder text, TypeRef type)
    {
        text.Append(type.IsValueType ? "gen::NullableValueCodec<" : "gen::NullableCodec<");
        AppendOwnName(text, type);
        text.Append(", ");
        AppendOwnCodec(text, type);
        text.Append('>');
    }

    /// <summary>The name, null aside.</summary>
    private static void AppendOwnName(StringBuilder text, TypeRef type)
    {
        switch (type)
        {
            case ScalarRef scalar:
                text.Append(Scalar(scalar).Name);
                break;
            case ModelRef model:
                text.Append(model.Name);
                break;
            case ListRef list:
                AppendGeneric(text, list.IsReadOnly ? "generic::IReadOnlyList<" : "generic::List<", list.Item);
                break;
            case MapRef map:
                AppendGeneric(text, "generic::Dictionary<string, ", map.Value);
                break;
            case AnyJsonRef:
                text.Append(Any);
                break;
            case SecretRef secret:
                AppendName(text, secret.Inner);
                break;
            case SequenceRef sequence:
                AppendGeneric(text, "generic::IEnumerable<", sequence.Item);
                break;
            case EventRef @event:
                AppendGeneric(text, "system::Net.ServerSentEvents.SseItem<", @event.Data);
                break;
            case ContentRef content:
                text.Append(Content(content.Kind));
                break;
            default:
                throw new ArgumentException($"No name is known for {type.GetType().Name}.", nameof(type));
        }
    }

    private static void AppendGeneric(StringBuilder text, string open, TypeRef argument)
    {
        text.Append(open);
        AppendName(text, argument);
        text.Append('>');
    }

    /// <summary>The codec, null aside.</summary>
    private static void AppendOwnCodec(StringBuilder text, TypeRef type)
    {
        switch (type)
        {
            case ScalarRef scalar:
                text.Append(Scalar(scalar).Codec);
                break;
            case ModelRef model:
                text.Append(ModelCodec).Append(model.Name).Append('>');
                break;
            case ListRef list:
                AppendCodecOf(text, list.IsReadOnly ? "gen::ReadOnlyListCodec<" : "gen::ListCodec<", list.Item);
                break;
            case MapRef map:
                AppendCodecOf(text, "gen::MapCodec<", map.Value);
                break;
            case AnyJsonRef:
                text.Append("gen::JsonElementCodec");
                break;
            case SecretRef secret:
                AppendCodecOf(text, "gen::SecretCodec<", secret.Inner);
                break;
            default:
                throw new ArgumentException($"{type.GetType().Name} has no JSON form.", nameof(type));
        }
    }

    private static void AppendCodecOf(StringBuilder text, string open, TypeRef inner)
    {
        text.Append(open);
        AppendArguments(text, inner);
        text.Append('>');
    }

    private static (string Name, string Codec) Scalar(ScalarRef scalar)
    {
        (string name, string codec) = Scalar(scalar.Kind);
        return (name,
            !scalar.IsLenient ? codec
                : scalar.Kind == ScalarKind.String ? "gen::LenientStringCodec"
                : $"gen::LenientCodec<{name}, {codec}>");
    }

    /// <summary>
    /// The type arguments of the methods for lenient values: none for strings, else the type and the codec of its usual form.
    /// </summary>
    public static string LenientArguments(ScalarRef scalar)
    {
        (string name, string codec) = Scalar(scalar.Kind);
        return scalar.Kind == ScalarKind.String ? "" : $"<{name}, {codec}>";
    }

    private static (string Name, string Codec) Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => ("bool", "gen::BooleanCodec"),
        ScalarKind.Int32 => ("int", "gen::Int32Codec"),
        ScalarKind.Int64 => ("long", "gen::Int64Codec"),
        ScalarKind.UInt64 => ("ulong", "gen::UInt64Codec"),
        ScalarKind.BigInteger => ("system::Numerics.BigInteger", "gen::BigIntegerCodec"),
        ScalarKind.Single => ("float", "gen::SingleCodec"),
        ScalarKind.Double => ("double", "gen::DoubleCodec"),
        ScalarKind.NamedSingle => ("float", "gen::NamedSingleCodec"),
        ScalarKind.NamedDouble => ("double", "gen::NamedDoubleCodec"),
        ScalarKind.Decimal => ("decimal", "gen::DecimalCodec"),
        ScalarKind.String => ("string", "gen::StringCodec"),
        ScalarKind.Date => ("system::DateOnly", "gen::DateCodec"),
        ScalarKind.DateTime => ("system::DateTimeOffset", "gen::DateTimeCodec"),
        ScalarKind.Time => ("system::TimeOnly", "gen::TimeCodec"),
        ScalarKind.Guid => ("system::Guid", "gen::GuidCodec"),
        ScalarKind.Uri => ("system::Uri", "gen::UriCodec"),
        ScalarKind.Bytes => ("byte[]", "gen::BytesCodec"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Content(ContentKind kind) => kind switch
    {
        ContentKind.Stream => "system::IO.Stream",
        ContentKind.File => "api::ApiFile",
        ContentKind.Multipart => "system::Action<gen::ApiMultipart>",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
