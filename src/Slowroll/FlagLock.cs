using System.Globalization;
using System.Text;
using Slowroll.Texts;

namespace Slowroll;

/// <summary>A local override: on this machine, in this process, the flag is pinned to one side for every hash
/// key.</summary>
/// <param name="Flag">The flag's two names with a dot between them, as in <see cref="FlagName.ToString"/>.</param>
/// <param name="Side"><see cref="Side.Stable"/> or <see cref="Side.New"/>.</param>
/// <param name="Origin">Where the lock comes from.</param>
public sealed record FlagLock(string Flag, Side Side, LockOrigin Origin)
{
    // The name may come from a locks file.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"{nameof(Flag)} = {OneLine.Of(Flag)}, {nameof(Side)} = {Side}, {nameof(Origin)} = {Origin}");
        return true;
    }
}

/// <summary>Where a lock comes from. If a flag has several, the first in this list counts.</summary>
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
