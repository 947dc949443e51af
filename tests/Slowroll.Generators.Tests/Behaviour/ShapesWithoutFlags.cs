namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>All <see cref="Shapes"/>, run before and after their flags are removed, once for all tests.</summary>
public sealed class ShapesWithoutFlags : IAsyncLifetime
{
    internal ProgramsWithoutFlags? Programs { get; private set; }

    public async Task InitializeAsync() => Programs =
        await ProgramsWithoutFlags.RunAsync(Shapes.All.ToDictionary(shape => shape.Key, shape => shape.Value.Code));

    public Task DisposeAsync() => Task.CompletedTask;
}
