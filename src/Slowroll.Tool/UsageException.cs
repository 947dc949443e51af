namespace Slowroll.Tool;

/// <summary>A command line that can't be understood. The message is a sentence for whoever wrote it.</summary>
internal sealed class UsageException(string message) : Exception(message);
