using System.Reflection;
using System.Runtime.Loader;

namespace Slowroll.Generators.Tests.Compiling;

internal static class LoadedProject
{
    /// <summary>Compiles the project with its generated files and loads it; it shares the runtime with the
    /// tests.</summary>
    public static Assembly Load(TestProject project)
    {
        Assert.Empty(project.Compile(out var compiled));
        using MemoryStream image = new();
        Assert.True(compiled.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }
}
