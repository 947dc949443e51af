namespace Slowroll.Tool.Editing.Configs;

/// <summary>What became of a field.</summary>
internal enum FieldAction
{
    /// <summary>It wasn't there before.</summary>
    Added,

    /// <summary>It has another value.</summary>
    Replaced,

    /// <summary>It isn't there any more.</summary>
    Removed,
}

/// <summary>A field that an edit has changed.</summary>
/// <param name="Action">What became of it.</param>
/// <param name="Path">The way to it, in the flag or in the settings.</param>
internal sealed record FieldChange(FieldAction Action, FieldPath Path);
