using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace OgGen.Package.Tests.Reach;

/// <summary>Which methods of an assembly use a token: so that whoever breaks a rule is told where.</summary>
internal static class Places
{
    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => (int)(ushort)code.Value);

    /// <summary>For each token of metadata that an instruction carries, the methods it stands in.</summary>
    public static ILookup<EntityHandle, string> Of(PEReader image, MetadataReader reader)
        => reader.MethodDefinitions
            .SelectMany(handle => Tokens(image, reader.GetMethodDefinition(handle)).Select(token => (token, Name(reader, handle))))
            .Distinct()
            .ToLookup(static use => use.token, static use => use.Item2);

    /// <summary>The string literals in the methods of a type.</summary>
    public static IEnumerable<string> TextsOf(PEReader image, MetadataReader reader, string type)
        => reader.MethodDefinitions.Select(reader.GetMethodDefinition)
            .Where(method => reader.StringComparer.Equals(reader.GetTypeDefinition(method.GetDeclaringType()).Name, type))
            .SelectMany(method => Operands(image, method, OperandType.InlineString))
            .Select(token => reader.GetUserString(MetadataTokens.UserStringHandle(token & 0xFFFFFF)));

    private static IEnumerable<EntityHandle> Tokens(PEReader image, MethodDefinition method)
        => Operands(image, method, OperandType.InlineMethod, OperandType.InlineField, OperandType.InlineType, OperandType.InlineTok)
            .Select(MetadataTokens.EntityHandle);

    /// <summary>The operands of the instructions with one of these types of operand.</summary>
    private static IEnumerable<int> Operands(PEReader image, MethodDefinition method, params OperandType[] types)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            yield break;
        }

        BlobReader il = image.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
        while (il.RemainingBytes > 0)
        {
            int value = il.ReadByte();
            OpCode code = s_codes[value == 0xFE ? 0xFE00 | il.ReadByte() : value];
            switch (code.OperandType)
            {
                case var operand when types.Contains(operand):
                    yield return il.ReadInt32();
                    break;
                case OperandType.InlineSwitch:
                    int targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                default:
                    il.Offset += Size(code.OperandType);
                    break;
            }
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static string Name(MetadataReader reader, MethodDefinitionHandle handle)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        return $"{reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name)}.{reader.GetString(method.Name)}";
    }
}
