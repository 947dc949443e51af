using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Slowroll.Habits.Tests.Folders;

/// <summary>The tokens that a method's instructions name.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<EntityHandle> Tokens(BlobReader body)
    {
        var tokens = new List<EntityHandle>();
        while (body.RemainingBytes > 0)
        {
            var first = body.ReadByte();
            var code = Codes[first == 0xFE ? unchecked((short)(0xFE00 | body.ReadByte())) : first];
            if (code.OperandType is OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineTok
                or OperandType.InlineType)
            {
                tokens.Add(MetadataTokens.EntityHandle(body.ReadInt32()));
            }
            else
            {
                body.Offset += Size(code.OperandType, body);
            }
        }

        return tokens;
    }

    private static int Size(OperandType operand, BlobReader body) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * body.ReadInt32()),
        _ => 4,
    };
}
