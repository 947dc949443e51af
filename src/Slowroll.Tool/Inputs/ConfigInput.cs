using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Inputs;

/// <summary>A config that a running program would take.</summary>
/// <param name="File">Its text.</param>
/// <param name="Document">What it says, with places.</param>
internal sealed record ConfigInput(TextFile File, ConfigDocument Document)
{
    /// <summary>Reads a config.</summary>
    /// <exception cref="NotReadableException">A running program would reject it.</exception>
    public static ConfigInput Read(TextFile file)
    {
        try
        {
            using var readable = SlowrollConfig.FromJson(file.Bytes);
        }
        catch (ConfigFormatException exception)
        {
            throw new NotReadableException(
                $"'{OneLine.Escaped(file.GivenPath)}' is no config that a program would take. {exception.Message}");
        }

        return new(file, ConfigDocument.Read(file.Text, file.Encoding));
    }
}
