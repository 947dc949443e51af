using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.Tests.Naming;

public class GeneratedCodeTests
{
    [Fact]
    public void The_compiler_names_the_folder_after_the_generator() =>
        Assert.Equal(GeneratedCode.Folder, typeof(SlowrollGenerator).FullName);
}
