using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>An additional file of a project, with the metadata that the package's targets give it.</summary>
internal sealed class TestFile(string path, string text, params (string Name, string Value)[] metadata) : AdditionalText
{
    private SourceText _text = SourceText.From(text, Encoding.UTF8);
    private int _reads;

    public override string Path => path;

    /// <summary>How often somebody asked for the text.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        return _text;
    }

    /// <summary>The file in another encoding, as the compiler found or guessed it.</summary>
    public TestFile In(Encoding encoding) => new(path, text, metadata) { _text = SourceText.From(text, encoding) };

    public AnalyzerConfigOptions Metadata { get; } = new TestOptions(metadata
        .Select(item => ($"build_metadata.AdditionalFiles.Slowroll{item.Name}", item.Value)));

    /// <summary>The metadata as the build hands it to the compiler.</summary>
    public string ConfigSection => string.Join('\n', metadata
        .Select(item => $"build_metadata.AdditionalFiles.Slowroll{item.Name} = {item.Value}")
        .Prepend($"[{path}]"));

    public static TestFile Schema(
        string text, string path = "/app/app_features.schema.json", params (string, string)[] metadata) =>
        new(path, text, [("Kind", "schema"), .. metadata]);

    public static TestFile Config(
        string text, string path = "/app/app_features.json", params (string, string)[] metadata) =>
        new(path, text, [("Kind", "config"), .. metadata]);
}

internal sealed class TestOptions(IEnumerable<(string Key, string Value)> values) : AnalyzerConfigOptions
{
    private readonly Dictionary<string, string> _values = values.ToDictionary(pair => pair.Key, pair => pair.Value);

    public override bool TryGetValue(
        string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
        _values.TryGetValue(key, out value);
}

internal sealed class TestOptionsProvider(params (string Name, string Value)[] properties)
    : AnalyzerConfigOptionsProvider
{
    private static readonly TestOptions None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new TestOptions(properties.Select(property => ($"build_property.{property.Name}", property.Value)));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ((TestFile)textFile).Metadata;
}
