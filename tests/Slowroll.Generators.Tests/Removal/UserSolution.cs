using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Removal;

/// <summary>A solution as an editor holds it: the generator and the analyzers run in it as they do there.</summary>
internal sealed class UserSolution : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();

    public UserSolution(params IReadOnlyList<UserProject> projects)
    {
        var solution = projects.Aggregate(_workspace.CurrentSolution, With);
        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private Solution Current => _workspace.CurrentSolution;

    /// <summary>The text of a file, of code or not.</summary>
    public string this[string path]
    {
        get
        {
            var texts = Current.Projects
                .SelectMany(project => project.Documents.Concat(project.AdditionalDocuments))
                .Where(file => file.FilePath == path)
                .Select(file => file.GetTextAsync().GetAwaiter().GetResult().ToString());
            return Assert.Single(texts.Distinct());
        }
    }

    /// <summary>Applies a fix to the first diagnostic that it mends; false if none is offered.</summary>
    public async Task<bool> FixAsync(CodeFixProvider fix, DiagnosticAnalyzer? analyzer = null)
    {
        foreach (var action in await OfferedAsync(fix, analyzer))
        {
            await ApplyAsync(action);
            return true;
        }

        return false;
    }

    /// <summary>Applies a fix to all diagnostics of a scope, seen from the first project.</summary>
    public async Task FixAllAsync(CodeFixProvider fix, FixAllScope scope, DiagnosticAnalyzer? analyzer = null)
    {
        FixAllContext context = new(Current.Projects
            .First(), fix, scope, fix.FixableDiagnosticIds[0], fix.FixableDiagnosticIds, new Found(analyzer), default);
        await ApplyAsync(Assert.IsAssignableFrom<CodeAction>(await fix.GetFixAllProvider()!.GetFixAsync(context)));
    }

    /// <summary>Applies a fix to all diagnostics of a file of code.</summary>
    public async Task FixAllAsync(CodeFixProvider fix, string path)
    {
        var document = Current.Projects.SelectMany(project => project.Documents).Single(file => file.FilePath == path);
        FixAllContext context = new(
            document,
            fix,
            FixAllScope.Document,
            fix.FixableDiagnosticIds[0],
            fix.FixableDiagnosticIds,
            new Found(null),
            default);
        await ApplyAsync(Assert.IsAssignableFrom<CodeAction>(await fix.GetFixAllProvider()!.GetFixAsync(context)));
    }

    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(CodeFixProvider fix, DiagnosticAnalyzer? analyzer = null)
    {
        List<CodeAction> offered = [];
        foreach (var diagnostic in (await FindAsync(analyzer)).Where(
            diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            offered.AddRange(await OfferedAsync(fix, diagnostic));
        }

        return offered;
    }

    /// <summary>The actions that a fix offers where a diagnostic stands.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(CodeFixProvider fix, Diagnostic diagnostic)
    {
        List<CodeAction> offered = [];
        if (Current.Projects.Select(project => DocumentOf(project, diagnostic))
            .FirstOrDefault(file => file is not null) is { } document)
        {
            await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => offered.Add(action), default));
        }

        return offered;
    }

    /// <summary>What an analyzer, by default the one of configs, reports in all projects.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(DiagnosticAnalyzer? analyzer = null)
    {
        List<Diagnostic> found = [];
        foreach (var project in Current.Projects)
        {
            found.AddRange(await FindAsync(project, analyzer));
        }

        return found;
    }

    /// <summary>What the compiler finds wrong in any project.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        List<string> errors = [];
        foreach (var project in Current.Projects)
        {
            errors.AddRange((await project.GetCompilationAsync())!.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
                .Select(diagnostic => diagnostic.ToString()));
        }

        return errors;
    }

    public async Task<Compilation> CompileAsync(string project) =>
        (await Current.Projects.Single(each => each.Name == project).GetCompilationAsync())!;

    public void Dispose() => _workspace.Dispose();

    private static TextDocument? DocumentOf(Project project, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
            ? project.GetDocument(tree)
            : project.AdditionalDocuments.SingleOrDefault(
                file => file.FilePath == diagnostic.Location.GetLineSpan().Path);

    public async Task ApplyAsync(CodeAction action)
    {
        var operation = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        Assert.True(_workspace.TryApplyChanges(operation.ChangedSolution));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project, DiagnosticAnalyzer? analyzer) =>
        await (await project.GetCompilationAsync())!
            .WithAnalyzers([analyzer ?? new DriftAnalyzer()], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();

    private static Solution With(Solution solution, UserProject project)
    {
        var id = ProjectId.CreateNewId(project.Name);
        solution = solution
            .AddProject(id, project.Name, project.Name, LanguageNames.CSharp)
            .WithProjectMetadataReferences(id, Runtime.References)
            .AddAnalyzerReference(id, new Generator())
            .WithProjectParseOptions(id, new CSharpParseOptions(
                LanguageVersion.CSharp12,
                preprocessorSymbols: [.. project.Symbols.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(
                project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable))
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From(project.GlobalConfig),
                filePath: $"/{project.Name}/.globalconfig");
        foreach (var file in project.Files)
        {
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id), Path.GetFileName(file.Path), file.GetText(), filePath: file.Path);
        }

        foreach (var (name, text) in project.Code)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text),
                filePath: name.StartsWith('/') ? name : $"/{project.Name}/{name}");
        }

        return project.References
            .Select(name => new ProjectReference(solution.Projects.Single(other => other.Name == name).Id))
            .Aggregate(solution, (changed, reference) => changed.AddProjectReference(id, reference));
    }

    private sealed class Found(DiagnosticAnalyzer? analyzer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            await FindAsync(project, analyzer);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            (await FindAsync(document.Project, analyzer)).Where(
                found => found.Location.GetLineSpan().Path == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(project, cancellationToken);
    }

    private sealed class Generator : AnalyzerReference
    {
        // Always the same object: a workspace finds earlier results by it.
        private static readonly ISourceGenerator Own = new SlowrollGenerator().AsSourceGenerator();

        public override string FullPath => "/Slowroll.Generators.dll";

        public override object Id => FullPath;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [Own];

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() =>
            GetGenerators(LanguageNames.CSharp);
    }
}
