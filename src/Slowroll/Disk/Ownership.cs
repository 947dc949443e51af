namespace Slowroll.Disk;

/// <summary>Who owns a file or a directory.</summary>
internal static class Ownership
{
    /// <summary>The end of a sentence: the owner isn't known, because the system doesn't say it.</summary>
    public const string CantBeTold = "has an owner that this system doesn't tell";

    /// <summary>The end of a sentence if it belongs neither to the user of this process nor to root; else
    /// null.</summary>
    public static string? WhyNot(FileFacts facts)
    {
        const uint Root = 0;
        if (facts.Owner == Root)
            return null;

        var user = UnixFiles.CurrentUser();
        return facts.Owner == user
            ? null
            : $"belongs to user {facts.Owner}, and this process runs as user {user}: give it to that user with chown";
    }
}
