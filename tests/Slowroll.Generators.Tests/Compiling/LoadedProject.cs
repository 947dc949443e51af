using System.Reflection;
using System.Runtime.Loader;

namespace Slowroll.Generators.Tests.Compiling;

internal static class LoadedProject
{
    /// <summary>Compiles the project with its generated files and loads it, beside what it was compiled against.</summary>
    public static Assembly Load(TestProject project)
    {
        Assert.Empty(project.Compile(out var compiled));
        using MemoryStream image = new();
        Assert.True(compiled.Emit(image).Success);
        AssemblyLoadContext context = new(null, isCollectible: true);
        context.LoadFromStream(new MemoryStream(Runtime.Image));
        return context.LoadFromStream(new MemoryStream(image.ToArray()));
    }
}
