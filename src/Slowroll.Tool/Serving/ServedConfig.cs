using Slowroll.Planning.Texts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Serving;

/// <summary>The config that is served: the file as it is, as long as a program would take it; else the last version
/// that was good.</summary>
internal sealed class ServedConfig
{
    private readonly TextFile _first;
    private readonly Action<string> _tell;
    private readonly Lock _gate = new();
    private ReadOnlyMemory<byte> _seen;
    private string? _fault;

    /// <summary>A config.</summary>
    /// <param name="first">Its first version. Only a file can change.</param>
    /// <param name="tell">Prints a line about a new version, or about one that isn't served.</param>
    /// <exception cref="NotReadableException">A program would reject it.</exception>
    public ServedConfig(TextFile first, Action<string> tell)
    {
        (_first, _tell, _seen) = (first, tell, first.Bytes);
        if (FaultOf(first) is { } fault)
            throw new NotReadableException($"{OneLine.Of(first.GivenPath)}: {fault}");

        Current = new(first.Bytes);
        Flags = FlagsOf(first);
    }

    /// <summary>Whether the first version is served whatever happens to the file.</summary>
    public bool IsStale { get; init; }

    /// <summary>The version that is served.</summary>
    public ServedVersion Current { get; private set; }

    /// <summary>How many flags it has.</summary>
    public int Flags { get; private set; }

    /// <summary>Looks at the file, and takes it over if it has changed and is good.</summary>
    public ServedVersion Look()
    {
        lock (_gate)
        {
            if (_first.IsFile)
                TakeOver();
            return Current;
        }
    }

    private void TakeOver()
    {
        TextFile file;
        try
        {
            file = InputReader.ReadFile(_first.GivenPath, "The config");
        }
        catch (NotReadableException exception)
        {
            Tell(exception.Message);
            return;
        }

        if (file.Bytes.Span.SequenceEqual(_seen.Span))
            return;

        _seen = file.Bytes;
        if (FaultOf(file) is { } fault)
        {
            Tell(fault);
        }
        else if (IsStale)
        {
            _tell($"changed; {Current.ETag} is still served (--stale)");
        }
        else
        {
            (Current, Flags, _fault) = (new(file.Bytes), FlagsOf(file), null);
            _tell($"changed; now {Current.ETag}, {Amount.Of(Flags, "flag")}");
        }
    }

    // Once for each fault: the file is looked at again and again.
    private void Tell(string fault)
    {
        if (fault != _fault)
            _tell($"not served, {Current.ETag} stays: {fault}");
        _fault = fault;
    }

    private static int FlagsOf(TextFile file) => ConfigDocument.Read(file.Text, file.Encoding).Flags.Count();

    private static string? FaultOf(TextFile file)
    {
        try
        {
            _ = SlowrollConfig.FromJson(file.Bytes);
            return null;
        }
        catch (ConfigFormatException exception)
        {
            return exception.Message;
        }
    }
}
