namespace Slowroll.Generators.Tests.Behaviour;

/// <summary>All <see cref="Shapes"/>, cleared once for all tests.</summary>
public sealed class ClearedShapes : IAsyncLifetime
{
    internal ClearedPrograms? Cleared { get; private set; }

    public async Task InitializeAsync() => Cleared = await ClearedPrograms.RunAsync(Shapes.All.ToDictionary(shape => shape.Key, shape => shape.Value.Code));

    public Task DisposeAsync() => Task.CompletedTask;
}
