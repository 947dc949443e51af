using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;

namespace Slowroll.Generators.Tests.Pipeline;

/// <summary>Schemas whose classes leave no room for each other, by their own names or by those of what comes with
/// them.</summary>
public class SchemaFileReadingTests
{
    [Theory]
    [InlineData("shop", "shop", "Acme.Web.Shop")]
    [InlineData("shop", "SHOP", "Acme.Web.Shop")]
    [InlineData("shop", "use_shop", "Acme.Web.Flags.UseShop")]
    [InlineData("use_shop", "shop", "Acme.Web.Flags.UseShop")]
    [InlineData("shop", "shop_service_collection_extensions", "Acme.Web.ShopServiceCollectionExtensions")]
    public async Task Survive_71_the_second_of_two_classes_of_one_name_is_reported_and_the_rest_compiles(
        string first, string second, string name)
    {
        var project = Project(first, second);

        CompilingTests.AssertCompiles(project);
        Assert.Equal(
            $"'{first}.schema.json' and '{second}.schema.json' both make "
                + $"'{name}'; list the file once, or give one SlowrollSchema item another ClassName or Namespace",
            Assert.Single(await project.Analyze()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("shop", "user_shop")]
    [InlineData("shop", "shop_services")]
    [InlineData("use_shop", "use_shops")]
    public async Task Classes_that_leave_each_other_room_are_fine(string first, string second)
    {
        var project = Project(first, second);

        CompilingTests.AssertCompiles(project);
        Assert.Empty(await project.Analyze());
    }

    [Fact]
    public void Survive_71_without_a_schema_nothing_is_generated()
    {
        TestProject project = new(TestFile.Config("{}"), new TestFile("/app/other.schema.json", SampleSchemas.Small));

        Assert.Empty(project.Generate());
        CompilingTests.AssertCompiles(project);
    }

    private static TestProject Project(string first, string second) => new(
        TestFile.Schema(SampleSchemas.Small, $"/app/one/{first}.schema.json"),
        TestFile.Schema(SampleSchemas.Small, $"/app/two/{second}.schema.json"))
    {
        References = [.. Runtime.References, .. Runtime.Hosting],
    };
}
