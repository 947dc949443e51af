using Slowroll.Texts;

namespace Slowroll.Disk;

/// <summary>The directory of files that the library keeps for itself. It is used only if it belongs to the user of the
/// process or to root, and if nobody else can write it. A directory that others can write is used too if it is sticky,
/// like <c>/tmp</c>: in it nobody can replace the files of others.</summary>
/// <remarks>
/// <para>It may be a link: what it leads to is looked at. The directories above it aren't. Whoever can write one of
/// those can put another directory in this one's place, but no file that belongs to this user or to root.</para>
/// <para>On Windows the profile's own permissions see to that.</para>
/// </remarks>
internal static class OwnDirectory
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates it for its owner only, with all missing directories above it, unless it is there.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Owner);
    }

    /// <summary>Why the files of a directory aren't used, as the end of a sentence; null if they are.</summary>
    public static string? WhyNot(string path) =>
        WhyItIsNotOurs(path) is { } reason ? $"lies in the directory {OneLine.Escaped(path)}, which {reason}" : null;

    private static string? WhyItIsNotOurs(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        if (UnixFiles.FactsOf(path) is not { } facts)
            return Ownership.CantBeTold;

        if (Ownership.WhyNot(facts) is { } foreign)
            return foreign;

        return (facts.Mode & OwnFile.WritableByOthers) == 0 || facts.Mode.HasFlag(UnixFileMode.StickyBit)
            ? null
            : "can be written by other users: take that away with chmod go-w, or use a directory of its own in it";
    }
}
