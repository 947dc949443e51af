using System.Reflection;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>Code that uses generated classes, compiled with them and run.</summary>
internal static class UserCode
{
    /// <summary>Runs the body of a method that returns a text.</summary>
    public static Task AssertPrints(string expected, string body, params TestFile[] files) =>
        AssertPrints(expected, body, "", files);

    /// <summary>The same, with further members of the class that the method is in.</summary>
    public static async Task AssertPrints(string expected, string body, string members, params TestFile[] files)
    {
        var project = new TestProject(files)
        {
            Sources =
            [
                $$"""
                using System;
                using System.Linq;
                using System.Threading.Tasks;
                using Acme.Web;
                using Slowroll;

                namespace User;

                internal static class Code
                {
                #pragma warning disable CS1998 // Not every body awaits.
                    public static async Task<string> Run()
                #pragma warning restore CS1998
                    {
                {{body}}
                    }

                {{members}}
                }
                """,
            ],
        };
        var run = LoadedProject.Load(project)
            .GetType("User.Code")!
            .GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!;
        Assert.Equal(expected, await (Task<string>)run.Invoke(null, null)!);
    }
}
