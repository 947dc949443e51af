using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.Generators;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Docs.Tests;

/// <summary>The project of somebody who has copied a block of a page.</summary>
internal static class ReadersProject
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string ImplicitUsingsOfTheWeb = """

        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path)
                is not ("Slowroll.Docs.Tests.dll" or "Slowroll.Schemas.dll" or "Slowroll.Generators.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler calls an error in a block of C#.</summary>
    public static IReadOnlyList<string> ErrorsIn(string code, string given, string schema) =>
        Errors(schema, Sources(code, given), out _);

    /// <summary>What compiler and generator say of a schema.</summary>
    public static IReadOnlyList<string> ProblemsOf(string schema) =>
        [.. Errors(schema, ["_ = 0;"], out var reported), .. reported.Select(diagnostic => diagnostic.ToString())];

    private static IReadOnlyList<string> Errors(
        string schema, IEnumerable<string> sources, out IReadOnlyList<Diagnostic> reported)
    {
        var compilation = CSharpCompilation.Create(
            "MyApp",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
            References,
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new SlowrollGenerator().AsSourceGenerator()],
            [TestFile.Schema(schema)],
            ParseOptions,
            new TestOptionsProvider(("RootNamespace", "MyApp"), ("AssemblyName", "MyApp"), ("ProjectDir", "/app/")));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var compiled, out var diagnostics);
        reported = diagnostics;
        return [.. compiled.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString())];
    }

    // The block's own "using" lines come first, then what it needs, then the block itself; a page of the web has an
    // app's usings.
    private static IEnumerable<string> Sources(string code, string given)
    {
        var isOfTheWeb = $"{given} {code}".Contains("builder", StringComparison.OrdinalIgnoreCase);
        yield return ImplicitUsings + (isOfTheWeb ? ImplicitUsingsOfTheWeb : "");

        var unit = SyntaxFactory.ParseCompilationUnit(code, options: ParseOptions);
        var usings = unit.Usings.ToFullString();
        var rest = unit.WithUsings([]).ToFullString();
        var own = usings.Contains("using Slowroll;", StringComparison.Ordinal) ? "" : "using Slowroll;\n";
        own += usings.Contains("using MyApp;", StringComparison.Ordinal) ? "" : "using MyApp;\n";
        yield return $"{own}{usings}\n{given}\n{rest}";

        // A program needs a statement somewhere.
        if (!unit.Members.OfType<GlobalStatementSyntax>().Any() && given == "")
            yield return "_ = 0;";
    }
}
