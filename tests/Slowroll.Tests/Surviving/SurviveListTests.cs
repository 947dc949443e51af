using System.Reflection;
using System.Text.RegularExpressions;

namespace Slowroll.Tests.Surviving;

/// <summary>Every case of the list of faults has a test that is named after it: the runtime's here, the compiler's
/// among the generator's tests, which share this file.</summary>
public partial class SurviveListTests
{
    [Fact]
    public void Every_case_has_a_test_of_its_name()
    {
        var named = typeof(SurviveListTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is null))
            .SelectMany(method => CasesOf(method.Name))
            .ToHashSet();

        Assert.Equal("", string.Join(" ", Cases.Except(named)));
    }

    [Theory]
    [InlineData("Survive_7_a_word", "7")]
    [InlineData("Survive_10_13_and_23_any_other_status", "10 13 23")]
    [InlineData("Survive_4_and_5_100_times", "4 5")]
    [InlineData("A_flag_of_68", "")]
    public void The_cases_stand_at_the_front_of_a_name(string name, string cases) =>
        Assert.Equal(cases, string.Join(' ', CasesOf(name)));

    private static IEnumerable<int> CasesOf(string name) =>
        CasesInName().Match(name).Groups[1].Captures.Select(number => int.Parse(number.Value));

    [GeneratedRegex(@"^Survive(?:_(?:and_)?(\d\d?)(?=_))+_")]
    private static partial Regex CasesInName();
}
