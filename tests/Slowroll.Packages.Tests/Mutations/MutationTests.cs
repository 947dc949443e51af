namespace Slowroll.Packages.Tests.Mutations;

[Collection(nameof(PackedPackages))]
public class MutationTests(BuiltShops shops) : IClassFixture<BuiltShops>
{
    public static TheoryData<string> Mistakes => [.. MutationTable.All.Select(mutation => mutation.Mistake)];

    [Fact]
    public void Nothing_is_told_of_a_correct_project() => Assert.Empty(shops.ToldOfTheCorrectOne());

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_once_at_its_place(string mistake)
    {
        var mutation = MutationTable.All.Single(mutation => mutation.Mistake == mistake);

        Assert.Equal(mutation.Told, shops.Told(mutation));
    }

    [Fact]
    public void No_name_of_a_config_is_a_line_of_the_build() => Assert.DoesNotContain(
        shops.Printed, line => line.StartsWith("Payments.cs", StringComparison.Ordinal)
            || line.Contains("##vso", StringComparison.Ordinal));

    [Fact]
    public void Every_rule_has_a_mistake()
    {
        var rules = Directory
            .GetFiles(Path.Combine(PackedPackages.Repository, "docs", "rules"), "SLOW*.md")
            .Select(page => Path.GetFileNameWithoutExtension(page))
            // Of the one two projects are told, of the others the project, never by a compiler.
            .Where(rule => rule != "SLOW1015" && !rule.StartsWith("SLOW4", StringComparison.Ordinal));

        Assert.Empty(
            rules.Except(MutationTable.All.SelectMany(mutation => mutation.Told).Select(told => told.Split(' ')[0])));
    }
}
