namespace Slowroll.Documents;

/// <summary>The flags that were added, removed or changed between two configs.</summary>
internal static class SnapshotDifference
{
    public static ConfigChangedEventArgs Between(ConfigSnapshot before, ConfigSnapshot after)
    {
        List<FlagName> added = [], removed = [], changed = [];
        foreach (var flag in after.Flags)
        {
            if (!before.TryGetText(flag, out var oldText))
                added.Add(flag);
            else if (after.TryGetText(flag, out var newText) && !SameJson(oldText, newText))
                changed.Add(flag);
        }

        foreach (var flag in before.Flags)
        {
            if (!after.TryGetText(flag, out _))
                removed.Add(flag);
        }

        return new ConfigChangedEventArgs(added, removed, changed);
    }

    private static bool SameJson(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right))
            return true;

        var leftReader = ConfigReader.Reopen(left);
        var rightReader = ConfigReader.Reopen(right);
        while (leftReader.Read())
        {
            if (!rightReader.Read()
                || leftReader.TokenType != rightReader.TokenType
                || !leftReader.ValueSpan.SequenceEqual(rightReader.ValueSpan))
            {
                return false;
            }
        }

        return !rightReader.Read();
    }
}
