using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Starting;

/// <summary>Writes a file whole or not at all, and says what it did.</summary>
/// <param name="session">Where it says so.</param>
/// <param name="isDryRun">Whether nothing is written.</param>
internal sealed class NewFile(Session session, bool isDryRun)
{
    /// <summary>Creates a file that isn't there; one that is there stays.</summary>
    /// <returns>Whether it was not there.</returns>
    /// <exception cref="NotReadableException">It can't be written.</exception>
    public bool Create(string path, ReadOnlyMemory<byte> bytes, string what)
    {
        if (File.Exists(path))
            return false;

        Write(path, bytes, $"created: {what}");
        return true;
    }

    /// <summary>Creates or replaces a file.</summary>
    /// <exception cref="NotReadableException">It can't be written.</exception>
    public void Write(string path, ReadOnlyMemory<byte> bytes, string did)
    {
        if (!isDryRun)
            ResultFile.Write(new(path), bytes);
        session.Output.WriteLine($"{OneLine.Escaped(path)}: {(isDryRun ? "not written (--dry-run); " : "")}{did}.");
    }
}
