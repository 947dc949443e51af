using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Drift.Editing;

/// <summary>The text that a fix inserts into a config.</summary>
/// <param name="Position">Where, in UTF-16 characters.</param>
/// <param name="Text">What, in the style of the file.</param>
internal sealed record ConfigInsertion(int Position, string Text)
{
    /// <summary>Gives a flag its own name as its salt, so that no other flag has the same one.</summary>
    /// <param name="config">The config's text.</param>
    /// <param name="section">The flag's section.</param>
    /// <param name="key">The flag's key.</param>
    /// <returns>Null if the config can't be read, doesn't have the flag, or the flag has a salt.</returns>
    public static ConfigInsertion? Salt(string config, string section, string key)
    {
        if (ConfigDocument.Read(config).Find(section, key)?.Member.Value is not JsonObject rollout
            || rollout.Find(RolloutFields.Salt) is not null)
        {
            return null;
        }

        var (position, text) = JsonInsertion.Into(
            config, rollout, [(RolloutFields.Salt, JsonOutline.Text($"{section}.{key}"))]);
        return new(position, text);
    }
}
