using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Slowroll.Docs.Tests.Habits;

/// <summary>A C# file of the repository.</summary>
/// <param name="Path">Its path in the repository, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<SyntaxNode> _root = new(() => CSharpSyntaxTree.ParseText(Text).GetRoot());

    /// <summary>All files of what is shipped.</summary>
    public static IReadOnlyList<SourceFile> OfSources { get; } = Below("src");

    /// <summary>All files of the tests.</summary>
    public static IReadOnlyList<SourceFile> OfTests { get; } = Below("tests");

    /// <summary>All files of the samples.</summary>
    public static IReadOnlyList<SourceFile> OfSamples { get; } = Below("samples");

    /// <summary>Its project: the folder below <c>src</c> or <c>tests</c>.</summary>
    public string Project => Path.Split('/')[1];

    /// <summary>Its folder in its project; empty for the root.</summary>
    public string Folder => string.Join('/', Path.Split('/')[2..^1]);

    /// <summary>Its name up to the first dot: a partial class has a file <c>XTests.Cases.cs</c> too.</summary>
    public string Name => Path.Split('/')[^1].Split('.')[0];

    /// <summary>The names of the types that it declares.</summary>
    public IEnumerable<string> Types =>
        _root.Value.DescendantNodes().OfType<MemberDeclarationSyntax>().Select(member => member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax type => type.Identifier.ValueText,
            _ => null,
        }).OfType<string>();

    /// <summary>Whether xunit finds tests in it.</summary>
    public bool HasTests => _root.Value.DescendantNodes().OfType<AttributeSyntax>()
        .Any(attribute => attribute.Parent?.Parent is MethodDeclarationSyntax && IsTest(attribute.Name.ToString()));

    /// <summary>The names of the exceptions that it catches, each with its line.</summary>
    public IEnumerable<(string Name, int Line)> CaughtExceptions =>
        _root.Value.DescendantNodes().OfType<CatchDeclarationSyntax>()
            .Where(caught => caught.Identifier.ValueText != "")
            .Select(caught =>
                (caught.Identifier.ValueText, caught.GetLocation().GetLineSpan().StartLinePosition.Line + 1));

    /// <summary>The lines that are longer than a number of columns, of those that can be broken: a raw text's own line
    /// breaks would be part of it, and an alias or a pragma has one line.</summary>
    public IEnumerable<(int Line, int Columns)> LongLines(int columns) => _root.Value.GetText().Lines
        .Where(line => line.Span.Length > columns && !HasRawText(line) && !IsOneLine(line))
        .Select(line => (line.LineNumber + 1, line.Span.Length));

    public override string ToString() => Path;

    private bool HasRawText(TextLine line) => _root.Value
        .DescendantNodes(node => node.FullSpan.IntersectsWith(line.Span))
        .Any(node => node.Span.IntersectsWith(line.Span)
            && node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
            && node.GetFirstToken().Text is var start
            && (start.Contains("\"\"\"", StringComparison.Ordinal) || start.Contains('@', StringComparison.Ordinal)));

    private static bool IsOneLine(TextLine line) =>
        line.ToString() is var text && (IsAlias(text) || text.StartsWith("#pragma", StringComparison.Ordinal));

    private static bool IsAlias(string text) =>
        text.StartsWith("using ", StringComparison.Ordinal) && text.Contains(" = ", StringComparison.Ordinal);

    private static bool IsTest(string attribute) =>
        attribute.EndsWith("Fact", StringComparison.Ordinal) || attribute.EndsWith("Theory", StringComparison.Ordinal);

    private static SourceFile[] Below(string folder) =>
    [
        .. Directory.EnumerateFiles(Page.InRepository(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Page.InRepository(""), path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Page.InRepository(path)))),
    ];
}
