namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Each of the <see cref="Shapes"/> does the same after its flags were removed, and compiles without a new
/// warning.</summary>
public sealed class ShapesTests(ShapesWithoutFlags shapes) : IClassFixture<ShapesWithoutFlags>
{
    private readonly ProgramsWithoutFlags _programs = shapes.Programs!;

    public static TheoryData<string> Names => [.. Shapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SLOW3006_a_program_does_the_same_without_its_flags(string name) =>
        Assert.Equal(_programs.Before[name], _programs.After[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void SLOW3006_what_is_not_proven_to_have_no_effect_stays(string name) =>
        Assert.Contains(Shapes.All[name].Holds, _programs.Texts[name], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void SLOW3006_no_new_warning_comes(string name) =>
        Assert.DoesNotContain(
            _programs.NewWarnings, warning => warning.Contains($"/{name}.cs", StringComparison.Ordinal));
}
