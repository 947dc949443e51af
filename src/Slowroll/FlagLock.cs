using System.Globalization;
using System.Text;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>A local override: on this machine, in this process, the flag is pinned to one side for every hash
/// key.</summary>
/// <param name="Flag">The flag's two names with a dot between them, as in <see cref="FlagName.ToString"/>.</param>
/// <param name="Side"><see cref="Side.Stable"/> or <see cref="Side.New"/>.</param>
/// <param name="Origin">Who says so.</param>
public sealed record FlagLock(string Flag, Side Side, LockOrigin Origin)
{
    // A locks file may have written the name.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"{nameof(Flag)} = {OneLine.Of(Flag)}, {nameof(Side)} = {Side}, {nameof(Origin)} = {Origin}");
        return true;
    }
}

/// <summary>Where a lock comes from. Of several for one flag the one counts that is first in this list.</summary>
public enum LockOrigin
{
    /// <summary><see cref="SlowrollOptions.Locks"/>.</summary>
    Option,

    /// <summary>The environment variable <c>SLOWROLL_LOCKS</c>, as it was when the config was opened.</summary>
    Environment,

    /// <summary>The locks file, see <see cref="SlowrollOptions.LocksFile"/>. It is looked at while the program
    /// runs.</summary>
    File,
}
