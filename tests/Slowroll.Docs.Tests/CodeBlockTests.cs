using System.Text.Json;
using System.Xml.Linq;

namespace Slowroll.Docs.Tests;

/// <summary>What the pages show can be copied.</summary>
public class CodeBlockTests
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string ReadmesSchema = Page.Of("README.md").Blocks.First(IsSchema).Code;

    public static TheoryData<string> CSharp => BlocksOf("csharp");

    public static TheoryData<string> Json => BlocksOf("json", "jsonc");

    public static TheoryData<string> Xml => BlocksOf("xml");

    [Theory]
    [MemberData(nameof(CSharp))]
    public void CSharp_compiles(string where)
    {
        var block = Block(where);
        var schema = block.Page.Blocks.FirstOrDefault(IsSchema)?.Code ?? ReadmesSchema;

        Assert.Empty(ReadersProject.ErrorsIn(block.Code, block.Given, schema));
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void Json_can_be_read(string where)
    {
        var block = Block(where);

        using var document = JsonDocument.Parse(Whole(block), block.Language == "jsonc" ? Lenient : default);
    }

    [Theory]
    [MemberData(nameof(Json))]
    public void A_schema_becomes_a_class_without_a_problem(string where)
    {
        if (Block(where) is var block && IsSchema(block))
            Assert.Empty(ReadersProject.ProblemsOf(block.Code));
    }

    [Theory]
    [MemberData(nameof(Xml))]
    public void Xml_is_well_formed(string where) => XElement.Parse($"<Project>{Block(where).Code}</Project>");

    [Fact]
    public void Every_block_says_its_language() =>
        Assert.DoesNotContain(Page.All.SelectMany(page => page.Blocks), block => block.Language == "");

    private static TheoryData<string> BlocksOf(params string[] languages) =>
        [.. Page.All.SelectMany(page => page.Blocks)
            .Where(block => languages.Contains(block.Language))
            .Select(block => block.ToString())];

    private static CodeBlock Block(string where) =>
        Page.All.SelectMany(page => page.Blocks).Single(block => block.ToString() == where);

    private static bool IsSchema(CodeBlock block) =>
        block.Language == "json"
            && block.Code.StartsWith('{')
            && JsonDocument.Parse(block.Code).RootElement.TryGetProperty("properties", out _);

    // Some pages show members without the object around them.
    private static string Whole(CodeBlock block)
    {
        var code = block.Code.TrimStart();
        while (block.Language == "jsonc" && code.StartsWith("//", StringComparison.Ordinal))
            code = code[(code.IndexOf('\n') + 1)..].TrimStart();
        return block.Language == "jsonc" && !code.StartsWith('{') && !code.StartsWith('[')
            ? $"{{{block.Code}\n}}"
            : block.Code;
    }
}
