namespace Slowroll.CodeFixes.Removal.Reads;

/// <summary>The form of each read in a file.</summary>
internal sealed class ReadForms
{
    private readonly Dictionary<int, int> _steps = [];
    private readonly bool _isPart;

    public ReadForms() { }

    private ReadForms(Dictionary<int, int> steps) => (_steps, _isPart) = (steps, true);

    public ReadForm this[int read] => ReadForm.All[StepOf(read)];

    /// <summary>The same for these reads only; all others stay as they are.</summary>
    public ReadForms Only(params IReadOnlyList<int> reads) => new(reads.ToDictionary(read => read, StepOf));

    /// <summary>Copies the form of a read from others; false if it is the same.</summary>
    public bool Take(int read, ReadForms others)
    {
        var isNew = StepOf(read) != others.StepOf(read);
        _steps[read] = others.StepOf(read);
        return isNew;
    }

    /// <summary>Uses the next form for a read; false if it had the last one.</summary>
    public bool Lower(int read)
    {
        var step = StepOf(read);
        _steps[read] = Math.Min(step + 1, ReadForm.All.Count - 1);
        return step != _steps[read];
    }

    /// <summary>Uses the last form for a read, so that it stays as it is; false if it had that form.</summary>
    public bool Leave(int read)
    {
        var isNew = StepOf(read) != ReadForm.All.Count - 1;
        _steps[read] = ReadForm.All.Count - 1;
        return isNew;
    }

    private int StepOf(int read) =>
        _steps.TryGetValue(read, out var step) ? step : _isPart ? ReadForm.All.Count - 1 : 0;
}
