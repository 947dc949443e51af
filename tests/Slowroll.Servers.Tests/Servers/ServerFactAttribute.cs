namespace Slowroll.Servers.Tests.Servers;

/// <summary>A test that needs servers; skipped where one of them isn't installed.</summary>
internal sealed class ServerFactAttribute : FactAttribute
{
    /// <param name="programs">The names of the servers' programs, such as <c>nginx</c>.</param>
    public ServerFactAttribute(params string[] programs) => Skip = InstalledProgram.WhatIsMissing(programs);
}

/// <summary>A test with several cases that needs servers; skipped where one of them isn't installed.</summary>
internal sealed class ServerTheoryAttribute : TheoryAttribute
{
    /// <inheritdoc cref="ServerFactAttribute(string[])"/>
    public ServerTheoryAttribute(params string[] programs) => Skip = InstalledProgram.WhatIsMissing(programs);
}
