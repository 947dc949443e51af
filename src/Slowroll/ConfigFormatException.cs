using Slowroll.Texts;

namespace Slowroll;

/// <summary>A config that can't be read as a whole. The message names the place and the remedy, on one line.</summary>
public sealed class ConfigFormatException : FormatException
{
    /// <summary>A fault that has no place.</summary>
    public ConfigFormatException() : this("The config can't be read.") { }

    /// <summary>A fault that has no place.</summary>
    public ConfigFormatException(string message) : base(OneLine.Message(message)) { }

    /// <summary>A fault that has no place, and its cause.</summary>
    public ConfigFormatException(string message, Exception? innerException)
        : base(OneLine.Message(message), innerException) { }

    /// <summary>A fault and its place.</summary>
    /// <param name="message">What is wrong, and the way out.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The character in the line, from 1.</param>
    /// <param name="innerException">The cause.</param>
    public ConfigFormatException(string message, int line, int column, Exception? innerException = null)
        : base(OneLine.Message($"Line {line}, column {column}: {message}"), innerException) =>
        (Line, Column) = (line, column);

    /// <summary>The line of the fault, from 1; 0 where it has no place.</summary>
    public int Line { get; }

    /// <summary>The character in the line, from 1; 0 where the fault has no place.</summary>
    public int Column { get; }
}
