using Microsoft.CodeAnalysis;

namespace Slowroll.Generators.CodeRules;

/// <summary>Distinguishes programs from libraries and from tests, which are programs to the compiler.</summary>
internal static class ProgramKind
{
    private static readonly string[] TestFrameworks =
        ["xunit", "nunit.framework", "MSTest.TestFramework", "TUnit", "Microsoft.VisualStudio.TestPlatform",
            "Microsoft.Testing.Platform"];

    /// <summary>Whether a project is a program, and no test.</summary>
    public static bool IsProgram(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication
            or OutputKind.WindowsApplication
            or OutputKind.WindowsRuntimeApplication
        && !compilation.ReferencedAssemblyNames.Any(IsOfTests);

    private static bool IsOfTests(AssemblyIdentity assembly) =>
        Array.Exists(TestFrameworks,
            framework => assembly.Name.StartsWith(framework, StringComparison.OrdinalIgnoreCase));
}
