using System.Text.RegularExpressions;

namespace Slowroll.Docs.Tests.Habits;

/// <summary>Tests are found by name: those of a type <c>X</c> are in the folder that mirrors the one of <c>X</c>, as
/// <c>XTests.cs</c>. Tests of a behaviour that many types share are in folders that are named after their
/// subject.</summary>
public partial class TestPlaceTests
{
    /// <summary>The test projects that mirror projects.</summary>
    private static readonly Dictionary<string, string[]> Mirrored = new()
    {
        ["Slowroll.Tests"] = ["Slowroll"],
        ["Slowroll.Hosting.Tests"] = ["Slowroll.Hosting"],
        ["Slowroll.FeatureManagement.Tests"] = ["Slowroll.FeatureManagement"],
        ["Slowroll.Generators.Tests"] = ["Slowroll.Generators", "Slowroll.CodeFixes", "Slowroll.Schemas"],
        ["Slowroll.AspNetCore.Tests"] = ["Slowroll.AspNetCore"],
        ["Slowroll.Planning.Tests"] = ["Slowroll.Planning"],
        ["Slowroll.Tool.Tests"] = ["Slowroll.Tool", "Slowroll.Pulling"],
    };

    /// <summary>The folders of a subject that many types share.</summary>
    private static readonly string[] Subjects =
    [
        "Behaviour", // programs do the same before and after their flags are removed
        "EndToEnd", // what a user does, from one end to the other
        "Http", // what servers answer, and what a fetch makes of it
        "Packaging", // MSBuild's props and targets, which are no types
        "Promises", // what the documentation says of the whole
        "Surviving", // the list of faults, docs/survive.md
        "Vectors", // what hosts in all languages answer alike
    ];

    public static TheoryData<string> Projects => [.. Mirrored.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_tests_of_a_type_are_found_by_its_name(string project)
    {
        var types = SourceFile.OfSources
            .Where(file => Mirrored[project].Contains(file.Project))
            .SelectMany(file => file.Types, (file, type) => (file.Folder, Name: $"{type}Tests"))
            .ToHashSet();

        Assert.DoesNotContain(
            SourceFile.OfTests.Where(file => file.Project == project && file.HasTests && !IsOfASubject(file)),
            file => !types.Contains((file.Folder, file.Name)));
    }

    [Fact]
    public void A_file_with_tests_is_named_after_their_class() => Assert.DoesNotContain(
        SourceFile.OfTests.Where(file => file.HasTests),
        file => !file.Types.Contains(file.Name)
            || !(file.Name.EndsWith("Tests", StringComparison.Ordinal) || file.Folder == "Vectors"));

    [Fact]
    public void A_page_names_only_tests_that_are_there() => Assert.DoesNotContain(
        Page.All.SelectMany(
            page => QuotedTest().Matches(page.Text), (page, match) => (page.Path, Name: match.Groups["name"].Value)),
        named => !SourceFile.OfTests.Any(file => file.Name == named.Name));

    private static bool IsOfASubject(SourceFile file) => Subjects.Contains(file.Folder.Split('/')[0]);

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9]*Tests)`")]
    private static partial Regex QuotedTest();
}
