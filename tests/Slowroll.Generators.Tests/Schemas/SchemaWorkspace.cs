using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Schemas;

/// <summary>A solution as an editor holds it, with a project for each schema.</summary>
internal sealed class SchemaWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Dictionary<ProjectId, IReadOnlyList<Diagnostic>> _diagnostics = [];

    public SchemaWorkspace(IReadOnlyList<string> schemas)
    {
        foreach (var (schema, index) in schemas.Select((schema, index) => (schema, index)))
        {
            var path = $"/app{index}/app_features.schema.json";
            var project = _workspace.AddProject($"App{index}", LanguageNames.CSharp);
            Assert.True(_workspace.TryApplyChanges(
                project.AddAdditionalDocument(
                    Path.GetFileName(path), SourceText.From(schema), filePath: path).Project.Solution));
            _diagnostics[project.Id] = new TestProject(TestFile.Schema(schema, path)).Analyze()
                .GetAwaiter()
                .GetResult();
        }
    }

    private Project First => _workspace.CurrentSolution.Projects.First();

    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(CodeFixProvider fix)
    {
        List<CodeAction> offered = [];
        var diagnostic = _diagnostics[First.Id].Single(each => fix.FixableDiagnosticIds.Contains(each.Id));
        await fix.RegisterCodeFixesAsync(
            new(First.AdditionalDocuments.Single(), diagnostic, (action, _) => offered.Add(action), default));
        return offered;
    }

    /// <summary>Every schema after a fix for all of a scope.</summary>
    public async Task<IReadOnlyList<string>> FixAllAsync(CodeFixProvider fix, FixAllScope scope)
    {
        FixAllContext context = new(First, fix, scope, "", fix.FixableDiagnosticIds, new Known(_diagnostics), default);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await SchemasAfterAsync(action!);
    }

    public static async Task<string> FirstSchemaAfterAsync(CodeAction action) => (await SchemasAfterAsync(action))[0];

    public void Dispose() => _workspace.Dispose();

    private static async Task<IReadOnlyList<string>> SchemasAfterAsync(CodeAction action)
    {
        var operation = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        List<string> texts = [];
        foreach (var project in operation.ChangedSolution.Projects)
        {
            texts.Add($"{await project.AdditionalDocuments.Single().GetTextAsync()}");
        }

        return texts;
    }

    private sealed class Known(Dictionary<ProjectId, IReadOnlyList<Diagnostic>> diagnostics)
        : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics[project.Id]);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
