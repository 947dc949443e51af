using Slowroll.Texts;

namespace Slowroll;

/// <summary>A flag's two names in a config.</summary>
/// <param name="Section">The name of the section, such as <c>features</c>.</param>
/// <param name="Key">The name of the flag in it, such as <c>install_to_opt_foo</c>.</param>
public readonly record struct FlagName(string Section, string Key)
{
    /// <summary>Both, with a dot between them.</summary>
    public override string ToString() => $"{Section}.{Key}";

    /// <summary>The same for a message: on one line, and short.</summary>
    internal string Shown => $"{OneLine.Of(Section)}.{OneLine.Of(Key)}";

    /// <summary>A name that is shown in the same way, and is short: a caller may ask for any name.</summary>
    internal FlagName Kept => new(OneLine.Kept(Section, OneLine.Longest), OneLine.Kept(Key, OneLine.Longest));
}
