namespace Slowroll.CodeFixes.Clearing;

/// <summary>The form of each read in a file.</summary>
internal sealed class Forms
{
    private readonly Dictionary<int, int> _steps = [];
    private readonly bool _isPart;

    public Forms() { }

    private Forms(Dictionary<int, int> steps) => (_steps, _isPart) = (steps, true);

    public Form this[int read] => Form.All[StepOf(read)];

    /// <summary>The same, with all other reads as they were.</summary>
    public Forms Only(params IReadOnlyList<int> reads) => new(reads.ToDictionary(read => read, StepOf));

    /// <summary>Takes the form of a read from elsewhere; false if it is the same.</summary>
    public bool Take(int read, Forms others)
    {
        var isNew = StepOf(read) != others.StepOf(read);
        _steps[read] = others.StepOf(read);
        return isNew;
    }

    /// <summary>Makes less of a read; false if nothing is made of it any more.</summary>
    public bool Lower(int read)
    {
        var step = StepOf(read);
        _steps[read] = Math.Min(step + 1, Form.All.Count - 1);
        return step != _steps[read];
    }

    /// <summary>Leaves a read as it is; false if it was left already.</summary>
    public bool Leave(int read)
    {
        var isNew = StepOf(read) != Form.All.Count - 1;
        _steps[read] = Form.All.Count - 1;
        return isNew;
    }

    private int StepOf(int read) => _steps.TryGetValue(read, out var step) ? step : _isPart ? Form.All.Count - 1 : 0;
}
