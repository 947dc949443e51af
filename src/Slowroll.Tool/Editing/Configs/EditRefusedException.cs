namespace Slowroll.Tool.Editing.Configs;

/// <summary>The config is in a state in which the edit makes no sense. The message says what is so, and what to do;
/// nothing was changed.</summary>
internal sealed class EditRefusedException(string message) : Exception(message);
