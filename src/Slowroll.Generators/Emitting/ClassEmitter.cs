using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Emitting;

/// <summary>Prints a class with a batch of its flags.</summary>
internal static class ClassEmitter
{
    public static GeneratedFile Emit(FlagBatch part) =>
        GeneratedFile.Of(
            part.Class, part.IsFirst ? "" : $"Flags{part.Index}", part.IsFirst ? First(part) : Further(part));

    private static string First(FlagBatch part) => $$"""
        /// <summary>{{Summary(part)}}</summary>
        {{GeneratedFile.Attribute}}
        {{GeneratedFile.ClsAttribute(part.Class)}}{{(part.Class.IsPublic ? "public" : "internal")}} sealed partial class {{part.Class.Name}} :
            global::Slowroll.IFlagClass<{{part.Class.Name}}>, global::System.IAsyncDisposable, global::System.IDisposable
        {
        {{ClassMembers.Print(part.Class)}}{{Accessors(part)}}
            /// <summary>The typed names of the flags.</summary>
            {{GeneratedFile.Attribute}}
            public static partial class Keys
            {{{Keys(part)}}
            }

            /// <summary>Values for tests, see <see cref="Fixed"/>.</summary>
            {{GeneratedFile.Attribute}}
            public sealed partial class Values : global::Slowroll.FixedFlags
            {{{Values(part)}}
            }
        }

        """;

    private static string Further(FlagBatch part) => $$"""
        partial class {{part.Class.Name}}
        {{{Accessors(part)}}
            public static partial class Keys
            {{{Keys(part)}}
            }

            public sealed partial class Values
            {{{Values(part)}}
            }
        }

        """;

    private static string Accessors(FlagBatch part) => string.Concat(part.Flags.Select(FlagMembers.Accessor));

    private static string Keys(FlagBatch part) => string.Join("\n", part.Flags.Select(FlagMembers.Key));

    private static string Values(FlagBatch part) => string.Join("\n", part.Flags.Select(FlagMembers.Value));

    private static string Summary(FlagBatch part)
    {
        var flags = $"The flags of <c>{XmlText.Escape(part.Class.FileName)}</c>.";
        return part.Description is { } description ? $"{flags} {string.Join(" ", XmlText.Lines(description))}" : flags;
    }
}
