namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>Each of the <see cref="Shapes"/> does the same after its flags were cleared away, and compiles without a new warning.</summary>
public sealed class ShapesTests(ClearedShapes shapes) : IClassFixture<ClearedShapes>
{
    private readonly ClearedPrograms _cleared = shapes.Cleared!;

    public static TheoryData<string> Names => [.. Shapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SLOW3006_a_program_does_the_same_without_its_flags(string name) => Assert.Equal(_cleared.Before[name], _cleared.After[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void SLOW3006_what_is_not_proven_to_have_no_effect_stays(string name) => Assert.Contains(Shapes.All[name].Holds, _cleared.Texts[name], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void SLOW3006_no_new_warning_comes(string name) =>
        Assert.DoesNotContain(_cleared.NewWarnings, warning => warning.Contains($"/{name}.cs", StringComparison.Ordinal));
}
