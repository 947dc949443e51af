namespace Slowroll.Schemas.Naming;

/// <summary>How analyzers and fixes recognize the code that the generator has written.</summary>
internal static class GeneratedCode
{
    /// <summary>The folder that the compiler gives to the files of the generator: its full name.</summary>
    public const string Folder = "Slowroll.Generators.SlowrollGenerator";
}
