namespace Slowroll.Tests.Surviving;

public partial class SurviveListTests
{
    private static readonly IEnumerable<int> Cases = Enumerable.Range(69, 16);
}
