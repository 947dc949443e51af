using System.Reflection;
using System.Runtime.Loader;

namespace Slowroll.Generators.Tests.Removal;

/// <summary>The program of a <see cref="UserSolution"/>, loaded into this process.</summary>
internal sealed class RunningProgram
{
    // The value that everybody has, on a day that is set.
    public const string Config =
        """{ "features": { "on": { "stable": true }, "off": { "stable": false }, "title": { "stable": "new" }, "count": { "stable": -5 }, "size": { "stable": -5000000000 }, "ratio": { "stable": -1.5 }, "price": { "stable": -2.5 }, "theme": { "stable": "dark" }, "banner": { "stable": { "text": "b" } } } }""";

    private readonly Assembly _assembly;

    private RunningProgram(Assembly assembly) => _assembly = assembly;

    public static async Task<RunningProgram> LoadAsync(UserSolution solution)
    {
        using MemoryStream image = new();
        var result = (await solution.CompileAsync("Shop")).Emit(image);
        Assert.True(result.Success, string.Join(
            '\n', result.Diagnostics.Where(each => each.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info)));
        image.Position = 0;
        return new(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image));
    }

    /// <summary>What the static method <c>Run</c> of a type does on the way, and what it throws.</summary>
    public string Tell(string type)
    {
        var log = (List<string>)_assembly.GetType("Shop.Log")!.GetField("All")!.GetValue(null)!;
        log.Clear();
        var flags = Activator.CreateInstance(
            _assembly.GetType("Shop.App")!, SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes(Config)));
        try
        {
            _assembly.GetType(type)!
                .GetMethod("Run", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                .Invoke(null, [flags, "a"]);
        }
        catch (TargetInvocationException exception)
        {
            log.Add(exception.InnerException!.GetType().Name);
        }

        return string.Join(" ", log);
    }
}
